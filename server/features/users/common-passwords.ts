/** Long enough to pass the length rule, and still among the first that people try. Letters only or as typed. */
export const COMMON_PASSWORDS = new Set(
  `password passwordpassword passw0rd qwertyuiop qwertyuiopasdf qwertyqwerty asdfghjkl zxcvbnm qazwsxedc qazwsxedcrfv
  iloveyou iloveyouforever letmein letmeinplease welcome welcomewelcome administrator adminadmin adminadminadmin
  rootroot superuser changeme changemenow trustno secret secretsecret monkey dragon football baseball basketball
  sunshine princess starwars whatever freedom shadow master michael jennifer computer internet samsung google
  facebook instagram whatsapp telegram parolparol parol parolparolparol qwertyparol привет приветпривет пароль
  парольпароль йцукен йцукенгшщзхъ любовь солнышко сәлем сәлеметсіз құпиясөз қазақстан казахстан kazakhstan
  almaty алматы astana астана 123456789012 1234567890123 123123123123 111111111111 000000000000 012345678901
  1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5y6 abcdefghijkl abcdefghijklm abcabcabcabc aaaaaaaaaaaa`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words of the product itself. */
export const PRODUCT_WORDS = new Set([
  'umami',
  'umamiumami',
  'umamikz',
  'umamiumamiumami',
  'qaitarym',
  'qaitarymqaitarym',
  'қайтарым',
  'қайтарымқайтарым',
  'infoumamikz',
  'cloudpayments',
  'refundrefund',
]);
