/**
 * Colours of the desk, light and dark. Names beyond MUI's own (deadline, claimState, sandbox, hero …) are
 * declared in `augment.ts`. Every pair of text and ground holds WCAG 2.2 AA: the lowest ratio is 5.18.
 */
export const lightColours = {
  primary: {
    light: '#3A808B',
    main: '#0E5966',
    dark: '#093F49',
    contrastText: '#FFFFFF',
    soft: '#DFECED',
    softText: '#0B4650',
  },
  secondary: {
    light: '#86745B',
    main: '#65553D',
    dark: '#463A28',
    contrastText: '#FFFFFF',
  },
  error: {
    light: '#C4453D',
    main: '#A3261F',
    dark: '#7C1A15',
    contrastText: '#FFFFFF',
  },
  warning: {
    light: '#B87420',
    main: '#8A4F00',
    dark: '#683B00',
    contrastText: '#FFFFFF',
  },
  info: {
    light: '#4B7EAE',
    main: '#2B5C8A',
    dark: '#1D4368',
    contrastText: '#FFFFFF',
  },
  success: {
    light: '#4B8A61',
    main: '#266B41',
    dark: '#184A2C',
    contrastText: '#FFFFFF',
  },
  text: {
    primary: '#1B2427',
    secondary: '#566167',
    disabled: '#8F9797',
  },
  divider: '#E2DDD1',
  background: {
    default: '#F6F4EE',
    paper: '#FFFFFF',
    sunken: '#EFECE3',
    cell: '#EFECE3',
    raised: '#FFFFFF',
  },
  action: {
    active: '#4A565B',
    hover: 'rgba(27,36,39,0.04)',
    selected: '#E6EFEF',
    disabled: 'rgba(27,36,39,0.36)',
    disabledBackground: 'rgba(27,36,39,0.08)',
    focus: 'rgba(14,89,102,0.16)',
  },
  border: {
    control: '#8A9290',
    focus: '#0E5966',
  },
  mark: {
    tile: '#0E5966',
    stroke: '#FFFFFF',
    coin: '#F4B740',
  },
  hero: {
    bg: '#0B4852',
    fg: '#FFFFFF',
    muted: '#C4DDE0',
  },
  sandbox: {
    fg: '#3B3357',
    bg: '#E7E2F4',
    stripe: '#D9D2EC',
  },
  internalNote: {
    bg: '#FBF6E6',
    border: '#D9C890',
    fg: '#4E4213',
  },
  chartQuiet: '#B7D3D7',
  chart: ['#0E5966', '#B9822B', '#6E6AA0', '#5F8F6B', '#A8574A', '#7C8A90'],
  deadline: {
    safe: {
      fg: '#3F5259',
      bg: '#EEF1EE',
      border: '#D3DAD6',
    },
    soon: {
      fg: '#7F4700',
      bg: '#FCEDCF',
      border: '#EBCD93',
    },
    overdue: {
      fg: '#9C1F1A',
      bg: '#FBE5E1',
      border: '#EFBEB6',
    },
    paused: {
      fg: '#514C79',
      bg: '#EEECF6',
      border: '#D4D0E6',
    },
    met: {
      fg: '#23603A',
      bg: '#E3F0E4',
      border: '#BBD9BF',
    },
  },
  claimState: {
    received: '#2B5C8A',
    needs_documents: '#514C79',
    in_review: '#0E5966',
    proposed: '#7F4700',
    approved: '#23603A',
    in_payout: '#2B5C8A',
    resolved: '#23603A',
    rejected: '#8A3A2B',
    withdrawn: '#5A646A',
    duplicate: '#5A646A',
    reopened: '#7F4700',
  },
} as const;

export const darkColours = {
  primary: {
    light: '#A5DDE3',
    main: '#7FCAD3',
    dark: '#4FA3AE',
    contrastText: '#06282E',
    soft: '#1C3A40',
    softText: '#B9E4E9',
  },
  secondary: {
    light: '#DCCBB0',
    main: '#C7B394',
    dark: '#9C8A6C',
    contrastText: '#241D10',
  },
  error: {
    light: '#FFC4BC',
    main: '#FF9C8F',
    dark: '#D9695C',
    contrastText: '#3A0905',
  },
  warning: {
    light: '#F8D79C',
    main: '#F2C170',
    dark: '#C4923F',
    contrastText: '#2E1D00',
  },
  info: {
    light: '#BBDAF6',
    main: '#93C2EE',
    dark: '#5F96C7',
    contrastText: '#06233F',
  },
  success: {
    light: '#B6E4C3',
    main: '#8FD3A3',
    dark: '#5CA674',
    contrastText: '#06280F',
  },
  text: {
    primary: '#E8EBE7',
    secondary: '#A6B1B1',
    disabled: '#6C7779',
  },
  divider: '#2E393C',
  background: {
    default: '#11181A',
    paper: '#192224',
    sunken: '#0C1213',
    cell: '#273235',
    raised: '#2A3538',
  },
  action: {
    active: '#B5C0C0',
    hover: 'rgba(232,235,231,0.05)',
    selected: '#1D3438',
    disabled: 'rgba(232,235,231,0.32)',
    disabledBackground: 'rgba(232,235,231,0.09)',
    focus: 'rgba(127,202,211,0.22)',
  },
  border: {
    control: '#6B7A7D',
    focus: '#7FCAD3',
  },
  mark: {
    tile: '#7FCAD3',
    stroke: '#06282E',
    coin: '#F4B740',
  },
  hero: {
    bg: '#173A41',
    fg: '#F2F6F5',
    muted: '#B4D3D7',
  },
  sandbox: {
    fg: '#D8D0F2',
    bg: '#2B2740',
    stripe: '#352F50',
  },
  internalNote: {
    bg: '#2B2716',
    border: '#5C5126',
    fg: '#EBDDA8',
  },
  chartQuiet: '#35555B',
  chart: ['#7FCAD3', '#E0B365', '#A7A2DB', '#8CC79C', '#E39A8B', '#9AA8AD'],
  deadline: {
    safe: {
      fg: '#B5C4C4',
      bg: '#243033',
      border: '#39494C',
    },
    soon: {
      fg: '#F2C170',
      bg: '#3A2C12',
      border: '#624A1D',
    },
    overdue: {
      fg: '#FFA79B',
      bg: '#43201D',
      border: '#6F332E',
    },
    paused: {
      fg: '#C3BDEB',
      bg: '#2C2A42',
      border: '#48446A',
    },
    met: {
      fg: '#8FD3A3',
      bg: '#1B3324',
      border: '#2F573D',
    },
  },
  claimState: {
    received: '#93C2EE',
    needs_documents: '#C3BDEB',
    in_review: '#7FCAD3',
    proposed: '#F2C170',
    approved: '#8FD3A3',
    in_payout: '#93C2EE',
    resolved: '#8FD3A3',
    rejected: '#F0A594',
    withdrawn: '#A3AFB1',
    duplicate: '#A3AFB1',
    reopened: '#F2C170',
  },
} as const;
