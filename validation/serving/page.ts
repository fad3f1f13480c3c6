export function validationPage(_a: unknown, _b: unknown): string { return ''; }
