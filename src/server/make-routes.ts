import type { Context } from 'hono';
import { z } from 'zod';
import { filePath } from '../dossier/file-path.ts';
import { SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { dossierId, fileText, homeOf } from './dossier-files.ts';
import type { House } from './house.ts';
import { refuse } from './problem.ts';
import * as replies from './replies.ts';
import { nothing, type Route } from './route.ts';

const wishes = z
  .strictObject({
    id: dossierId,
    name: z.string().max(200).optional(),
    region: z.string().max(100).optional(),
    accelerators: z.string().max(100).optional(),
    asOf: z.string().max(20).optional(),
  })
  .meta({ id: 'Wishes', description: 'A dossier to begin: what is left out has a value to replace' });

const copy = z.strictObject({ as: dossierId }).meta({ id: 'Copy' });

/** Most files of a folder that is taken in; the flagship has a quarter as many. */
const most = 200;

const folder = z
  .strictObject({
    files: z
      .record(z.string().regex(filePath).max(200), fileText)
      .refine((files) => Object.keys(files).length <= most, `a dossier has at most ${most} files`),
  })
  .meta({ id: 'Folder', description: 'Texts of a dossier by path within its folder' });

const made = {
  201: { description: 'Made', content: replies.inJson(z.object({ id: z.string() })) },
  403: replies.refused('The system refuses'),
  409: replies.refused('There is something called so already'),
};

/** Dossiers that come to be in the working folder: begun, copied, or taken in from another folder. */
export function makeRoutes(house: House): Route[] {
  const make = async (c: Context, name: string, how: Record<string, string>) => {
    const { faults, code } = await house.make(name, how);
    if (code !== 0) throw new SandtableError(faults);
    return answered(c, name);
  };
  return [
    {
      method: 'post',
      path: '/api/dossiers',
      summary: 'Begins a dossier in the working folder: one site, commented, with two gaps to fill',
      parameters: nothing,
      query: nothing,
      body: { type: 'application/json', schema: wishes },
      replies: made,
      handle: ({ c, body }) => {
        const { id: name, ...how } = body as z.infer<typeof wishes>;
        return make(c, name, how);
      },
    },
    {
      method: 'post',
      path: '/api/dossiers/{id}/copy',
      summary: 'Copies a dossier into the working folder, to add to or to change',
      parameters: z.strictObject({ id: dossierId }),
      query: nothing,
      body: { type: 'application/json', schema: copy },
      replies: { ...made, 404: replies.refused('There is no such dossier') },
      handle: ({ c, parameters, body }) => {
        const { id: from } = homeOf(house, parameters.id!);
        return make(c, (body as z.infer<typeof copy>).as, { from });
      },
    },
    takeInRoute(house),
  ];
}

const answered = (c: Context, name: string) =>
  c.json({ id: name }, 201, { Location: `/api/dossiers/${name}` });

function takeInRoute(house: House): Route {
  return {
    method: 'post',
    path: '/api/dossiers/{id}/files',
    summary: 'Takes the files of a folder into the working folder as a new dossier, all of them or none',
    parameters: z.strictObject({ id: dossierId }),
    query: nothing,
    body: { type: 'application/json', schema: folder },
    replies: { ...made, 404: replies.refused('The files are no dossier: there is no hub.yaml') },
    handle: ({ c, parameters, body }) => {
      const { files } = body as z.infer<typeof folder>;
      if (files['hub.yaml'] === undefined) {
        refuse(
          'ST-D002',
          say('There is no hub.yaml in {folder}.', { folder: say('this folder') }),
          say('Choose the folder that has it.'),
        );
      }
      house.takeIn(parameters.id!, files);
      return answered(c, parameters.id!);
    },
  };
}
