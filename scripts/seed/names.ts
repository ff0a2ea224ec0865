import type { Random } from './random';

const FIRST =
  `Айгүл Әсел Айгерім Гүлнар Динара Жанар Мадина Назгүл Сәуле Шолпан Арман Асқар Бауыржан Дәурен Ерлан Нұрлан
Самат Тимур Ілияс Қанат Анна Елена Ирина Мария Наталья Ольга Светлана Татьяна Юлия Вера Александр Андрей Дмитрий Иван
Максим Николай Олег Павел Сергей Юрий`.split(/\s+/);
const LAST =
  `Қуанышева Омарова Сейітқызы Ахметова Нұрғалиева Жұмабаева Әбенова Ермекова Төлегенова Ысқақова Серікбаев
Оспанов Әлиев Байжанов Мұратұлы Сұлтанов Жақсыбеков Кәрімов Ғабдуллин Һамитов Иванова Петрова Ким Ли Цой Шевченко
Кузнецова Соколова Попова Лебедева Смирнов Васильев Морозов Волков Новиков Фёдоров Козлов Егоров Никитин Орлов
Smith Brown Wilson Taylor Clark Lewis Walker Young King Wright`.split(/\s+/);

/** Forty first names and fifty family names: each whole name comes about once in two thousand claims. */
export function fullName(random: Random): string {
  return `${random.pick(FIRST)} ${random.pick(LAST)}`;
}
