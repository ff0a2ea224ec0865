import russian from 'ra-language-russian';
import type { TranslationMessages } from 'react-admin';

/**
 * `ra-language-russian` with what it lacks: three plural forms wherever a number stands (its "one" form says
 * "1" for 21 as well), our words for cancelling, and the two texts that it does not have.
 */
export const raRu: TranslationMessages = {
  ...russian,
  ra: {
    ...russian.ra,
    action: {
      ...russian.ra.action,
      bulk_actions:
        'Выбрана %{smart_count} запись |||| Выбрано %{smart_count} записи |||| Выбрано %{smart_count} записей',
      unselect: 'Снять выбор',
      open: 'Открыть',
    },
    page: {
      ...russian.ra.page,
      dashboard: 'Сводка',
      error: 'Произошла ошибка',
      access_denied: 'Доступ запрещён',
    },
    message: {
      ...russian.ra.message,
      bulk_update_title:
        'Обновить %{name} %{recordRepresentation} |||| Обновить: %{name}, %{smart_count} записи |||| Обновить: %{name}, %{smart_count} записей',
    },
    notification: {
      ...russian.ra.notification,
      updated: 'Сохранено |||| Сохранено %{smart_count} записи |||| Сохранено %{smart_count} записей',
      created: 'Запись создана',
      logged_out: 'Сеанс завершён. Войдите снова.',
    },
    navigation: {
      ...russian.ra.navigation,
      page_range_info: '%{offsetBegin}–%{offsetEnd} из %{total}',
      partial_page_range_info: '%{offsetBegin}–%{offsetEnd} из более чем %{offsetEnd}',
    },
    guesser: { empty: { title: 'Нет данных для показа', message: 'Проверьте источник данных' } },
  },
};
