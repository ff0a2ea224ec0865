/** Style of words that are read aloud and not seen. */
export const FOR_EARS_ONLY = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
};
