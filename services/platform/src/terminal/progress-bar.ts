/** Draws how far a long work is: a bar that redraws itself on a terminal, a line each quarter elsewhere. */
export function progressBar(title: string, output: NodeJS.WriteStream = process.stderr): (share: number) => void {
  let shown = -1;
  return (share) => {
    const percent = Math.min(100, Math.floor(share * 100));
    if (percent <= shown || (!output.isTTY && percent < 100 && percent < shown + 25)) return;
    shown = percent;
    output.write(output.isTTY ? `\r${drawn(title, percent)}` : `${title} ${percent} %\n`);
  };
}

const width = 40;

function drawn(title: string, percent: number): string {
  const filled = Math.round((percent / 100) * width);
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
  return `${title} ${bar} ${String(percent).padStart(3)} %${percent === 100 ? '\n' : ''}`;
}
