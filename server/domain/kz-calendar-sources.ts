/** Where the rows of the calendar seed come from; keys are in `SeedDay.source`. */
export const KZ_CALENDAR_SOURCES: Readonly<Record<string, { title: string; url: string | null }>> = {
  const2026: {
    title:
      'Ministry of Labour, 18 March 2026: from 2026 30 August is no longer Constitution Day nor a day off; 15 March celebrated from 2027',
    url: 'https://taspanews.kz/novosti-kazakhstana/v-etom-godu-u-kazakhstantsev-ne-budet-odnogo-vykhodnogo-795514517615',
  },
  egov2025: {
    title: 'eGov calendar 2025 via Azattyq Ruhy: 119 days off',
    url: 'https://rus.azattyq-ruhy.kz/index.php/society/77649-prazdniki-i-vykhodnye-kak-kazakhstantsy-otdokhnut-v-2025-godu/amp',
  },
  egov2026: {
    title: 'eGov calendar 2026 via Kazinform 2 Jan 2026',
    url: 'https://www.inform.kz/ru/kak-budut-otdihat-kazahstantsi-v-2026-godu-947dd6',
  },
  g2024_109: {
    title: "Order of the Minister of Labour G24G0000109 'On moving a day of rest in 2024'",
    url: 'https://adilet.zan.kz/kaz/docs/G24G0000109',
  },
  g2024_436: {
    title: 'Order of the Minister of Labour G24G0000436 (5 Jan 2025 -> 3 Jan 2025)',
    url: 'https://adilet.zan.kz/kaz/docs/G24G0000436',
  },
  kurban2023: {
    title: '28 June 2023 first day of Kurban Ait',
    url: 'https://sn.kz/sn-akparat-agyny/103060-ku-rban-ait-pen-astana-kuni-kazakstandyktar-kalai-demalatyny-belgili-boldy/amp',
  },
  kurban2024: {
    title:
      'Ministry of Labour statement of 7 June 2024: first day of Kurban Ait is Sunday 16 June, 17 June stays a working day',
    url: 'https://alau.kz/otmena-vyhodnogo-dnja-na-kurban-ajt-v-mintruda-sdelali-zajavlenie',
  },
  kurban2025: {
    title: '6 June 2025 first day of Kurban Ait (Ministry of Labour / Muftiate)',
    url: 'https://mgorod.kz/news/skolko-dnej-otdohnut-kazahstancy-na-kurban-ajt-v-2025-godu',
  },
  kurban2026: {
    title: 'Muftiate (DUMK) calendar for 2026: Kurban Ait 27-29 May, may shift one day',
    url: 'https://www.zakon.kz/obshestvo/6496885-ramazan2026-oraza-i-kurban-ayt-opublikovan-kalendar-musulmanskikh-prazdnikov-v-kazakhstane.html',
  },
  labour84_85: {
    title:
      'Labour Code of RK No. 414-V of 23 Nov 2015, Art. 84(5) (Kurban Ait first day and 7 January are days off), Art. 85(3) (authorised labour body may move days off)',
    url: 'https://adilet.zan.kz/rus/docs/K1500000414',
  },
  law267: {
    title: "Law of RK No. 267 of 13 Dec 2001 'On holidays in the Republic of Kazakhstan' (Art. 2, 3, 5)",
    url: 'https://adilet.zan.kz/rus/docs/Z010000267_',
  },
  p2023_326: {
    title: "Government decree P2300000326 'On moving days off in 2023'",
    url: 'https://adilet.zan.kz/kaz/docs/P2300000326',
  },
  prodcal2024: {
    title:
      'Balance of working time 2024 (before the June correction and the May move): Jan 21, Feb 21, Mar 17, Apr 22, May 20, Jun 19, Jul 22, Aug 21, Sep 21, Oct 22, Nov 21, Dec 21 = 248',
    url: 'https://help.inbuh.kz/6801/',
  },
  prodcal2026: {
    title:
      'Ministry of Labour production calendar 2026 (five-day week: 119 days off, 246 working days, moves 8->9 Mar, 21->24 Mar, 22->25 Mar, 9->11 May, 30->31 Aug, 25->26 Oct)',
    url: 'https://news.mail.ru/society/69046544/',
  },
  rule: {
    title: 'Projected by applying Art. 5 of law267 to the fixed list; no official calendar for the year seen',
    url: null,
  },
  ummalqura2027: {
    title: 'Computed 10 Dhu al-Hijjah 1448 (date-holidays 3.37.0 and holidays 0.105 agree on 16 May 2027)',
    url: null,
  },
  vacanza3690: {
    title: 'vacanza/holidays PR #3690 (10 Jul 2026), cites adilet history of Z010000267_',
    url: 'https://github.com/vacanza/holidays/pull/3690',
  },
  z2022: {
    title:
      'Law No. 143-VII of Sept 2022: Republic Day 25 Oct national holiday, Independence Day one day, First President Day removed',
    url: 'https://adilet.zan.kz/rus/docs/Z2200000143',
  },
};
