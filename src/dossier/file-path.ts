/** What a file of a dossier may be called: in its folder, in `sites/` or in `evidence/`; nothing leads out of it. */
export const filePath = /^(?:(?:sites|evidence)\/)?[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;
