import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  year: number;
  busy: boolean;
  onFile: (file: File) => void;
}

/** The year as a file, and the way in for one: JSON of ours, or anybody's iCalendar. */
export const FileTools = ({ year, busy, onFile }: Props) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {(['json', 'ics'] as const).map((format) => (
        <Button
          key={format}
          size="small"
          component="a"
          href={`/api/calendar-file?year=${String(year)}&format=${format}`}
          download
          startIcon={<FileDownloadOutlined />}
        >
          {translate(`calendarEditor.export.${format}`, { year })}
        </Button>
      ))}
      <Button
        size="small"
        loading={busy}
        startIcon={<UploadFileOutlined />}
        onClick={() => {
          input.current?.click();
        }}
      >
        {translate('calendarEditor.import')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.ics,application/json,text/calendar"
        data-testid="calendar-file"
        aria-label={translate('calendarEditor.import')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
};
