import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useHotkeys, type Hotkeys } from './useHotkeys';

const Keys = ({ keys }: { keys: Hotkeys }) => {
  useHotkeys(keys);
  return null;
};

it('goes by the place of the key, so that a Russian layout works too', () => {
  const next = jest.fn();
  render(<Keys keys={{ KeyN: next }} />);
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyN', key: 'т' }));
  expect(next).toHaveBeenCalledTimes(1);
});

it('is silent in a text field, but not for Control', async () => {
  const plain = jest.fn();
  const control = jest.fn();
  const { container } = render(
    <>
      <textarea />
      <Keys keys={{ KeyN: plain, 'Control+Enter': control }} />
    </>,
  );
  await userEvent.type(container.querySelector('textarea')!, 'n{Control>}{Enter}{/Control}');
  expect(plain).not.toHaveBeenCalled();
  expect(control).toHaveBeenCalledTimes(1);
});

it('does nothing under an open dialog, not even for Control', async () => {
  const act = jest.fn();
  render(
    <>
      <div role="dialog">
        <textarea />
      </div>
      <Keys keys={{ 'Control+Enter': act, KeyA: act }} />
    </>,
  );
  await userEvent.keyboard('a{Control>}{Enter}{/Control}');
  expect(act).not.toHaveBeenCalled();
});

it('leaves a key to the next handler when the first one does not want it', async () => {
  const go = jest.fn(() => false);
  const approve = jest.fn();
  render(
    <>
      <Keys keys={{ KeyA: go }} />
      <Keys keys={{ KeyA: approve }} />
    </>,
  );
  await userEvent.keyboard('a');
  expect(go).toHaveBeenCalledTimes(1);
  expect(approve).toHaveBeenCalledTimes(1);
});

it('gives a key to the first handler alone when that one takes it', async () => {
  const approve = jest.fn();
  render(
    <>
      <Keys keys={{ KeyA: jest.fn() }} />
      <Keys keys={{ KeyA: approve }} />
    </>,
  );
  await userEvent.keyboard('a');
  expect(approve).not.toHaveBeenCalled();
});
