import { describe, expect, it } from 'vitest';
import { terminalIo, withoutControls } from '../../src/cli/terminal.js';

describe('the terminal', () => {
  it('never gets a control character from an export', () => {
    const written: string[] = [];
    const stream = { isTTY: true, columns: 80, write: (text: string) => written.push(text) };
    const io = terminalIo({ stdout: stream, stderr: stream, env: {} } as unknown as NodeJS.Process);
    const nasty = 'avis\u001b]0;titre\u0007\u009b31m\r\u0000.csv';
    io.out(nasty);
    io.err(nasty);
    io.progress(`${nasty}\nligne`, 3, 0);
    expect(written).toHaveLength(3);
    // oxlint-disable-next-line no-control-regex -- these are the characters looked for
    for (const text of written)
      expect(text.replace(/^\r\u001b\[K|\n$/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(withoutControls('été\t1\n')).toBe('été\t1\n');
  });
});
