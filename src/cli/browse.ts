/** Opens an address in the user's browser, where there is one; the address is printed anyway. */
export async function browse(url: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const { spawn } = await import('node:child_process');
  const [command, ...args] = openerOf(platform, url);
  try {
    const child = spawn(command!, args, { detached: true, stdio: 'ignore' });
    child.on('error', () => {});
    child.unref();
  } catch {
    return;
  }
}

/** What opens an address on a system. */
export function openerOf(platform: NodeJS.Platform, url: string): string[] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
