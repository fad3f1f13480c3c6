import type { HubReach } from '../../assessment/hub-reach.ts';
import type { Span } from '../../serving/people.ts';
import { csv } from './csv.ts';

/** Whom a hub could serve as a table: one figure a row, with its unit and its middle 90 %. */
export function reachCsv({ fleets, assumed, costs, cities }: HubReach): string {
  const rows: (readonly (string | number)[])[] = [];
  const add = (of: string, figure: string, span: Span, unit: string) =>
    rows.push([of, figure, span.median, span.low, span.high, unit]);
  for (const { fleet, tokens, written, people } of fleets) {
    add(fleet, 'tokens_day', tokens, 'tokens/d');
    add(fleet, 'tokens_written_day', written, 'tokens/d');
    add(fleet, 'chat_users', people.chat, '1');
    if (people.all) add(fleet, 'all_users', people.all, '1');
    add(fleet, 'answers_at_once', people.answering, '1');
    for (const { id, share } of people.shares) add(fleet, `share_${id}`, share, '1');
  }
  const [first] = fleets;
  if (first) {
    const { perChatUser, perUser, shares } = first.people;
    add('chat', 'tokens_user_day', perChatUser.tokens, 'tokens/d');
    if (perUser) add('all', 'tokens_user_day', perUser.tokens, 'tokens/d');
    for (const { id, asked, users } of shares) {
      add(id, 'tokens_asked_day', asked, 'tokens/d');
      if (users) add(id, 'users', users, '1');
    }
  }
  for (const one of assumed) add('service', one.of, one, '1');
  for (const { chip, chipDay, money, energy } of costs) {
    add(chip, 'tokens_chip_day', chipDay, 'tokens/d');
    if (money) add(chip, 'money_million_tokens', money, 'CNY');
    add(chip, 'energy_million_tokens', energy, 'kWh');
  }
  for (const { city, distance, bound, expected } of cities) {
    rows.push(
      [city.id, 'distance', distance, '', '', 'km'],
      [city.id, 'round_trip_bound', bound, '', '', 's'],
    );
    add(city.id, 'round_trip', expected, 's');
  }
  return csv(['of', 'figure', 'median', 'low_5', 'high_95', 'unit'], rows);
}
