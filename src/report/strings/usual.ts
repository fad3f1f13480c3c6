/** The language where none is asked for. The app always asks for one, and leaves this out of its scripts. */
export { en as usual } from './en.ts';
