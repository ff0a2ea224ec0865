import { keepBlanks } from './keep-blanks';

it('prints the blank of a language once, however many letters carry it', async () => {
  const print = jest.fn((language: string) => Promise.resolve(Buffer.from(language)));
  const blank = keepBlanks(print);

  const [first, second] = await Promise.all([blank('kk', 1), blank('kk', 2)]);
  const other = await blank('ru', 3);

  expect([first, second, other].map(String)).toEqual(['kk', 'kk', 'ru']);
  expect(print).toHaveBeenCalledTimes(2);
});

it('tries again after a blank that could not be printed', async () => {
  const print = jest
    .fn<Promise<Buffer>, []>()
    .mockRejectedValueOnce(new Error('no fonts'))
    .mockResolvedValue(Buffer.from('kk'));
  const blank = keepBlanks(print);

  await expect(blank('kk', 1)).rejects.toThrow('no fonts');
  expect(String(await blank('kk', 2))).toBe('kk');
});
