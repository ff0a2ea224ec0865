import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { CHANNELS, CLAIM_KINDS, LANGUAGES } from '../../../../server/domain/claim';
import { PARTIES } from '../personForm';
import { PersonFields } from '../PersonFields';
import { ACCEPTED } from '../workspace/documents/AddFilesButton';
import type { DeskForm } from './deskForm';

interface Props {
  form: DeskForm;
  errors: Record<string, string>;
  onChange: (part: Partial<DeskForm>) => void;
}

export const HowPart = (props: Props) => (
  <Two>
    <Choice
      {...props}
      name="channel"
      label="claim.queue.channel"
      options={CHANNELS.filter((one) => one !== 'mail' && one !== 'web')}
    />
    <Choice {...props} name="language" label="claim.edit.language" options={LANGUAGES} />
  </Two>
);

export const CustomerPart = (props: Props) => (
  <Two>
    <Text {...props} name="name" label="claim.create.name" />
    <Text {...props} name="phone" label="claim.create.phone" type="tel" optional />
    <Text {...props} name="email" label="claim.create.email" type="email" help="claim.create.emailHelp" />
  </Two>
);

/** Payer and representative, for claims of several people. */
export const OthersPart = ({ form, errors, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <>
      <FormControlLabel
        sx={{ mt: 1 }}
        control={
          <Checkbox
            checked={form.others}
            onChange={(event) => {
              onChange({ others: event.target.checked });
            }}
          />
        }
        label={<Typography variant="body2">{translate('claim.create.others')}</Typography>}
      />
      {form.others ? (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
            {translate('claim.people.text')}
          </Typography>
          <Two>
            {PARTIES.map((role) => (
              <PersonFields
                key={role}
                role={role}
                form={form[role]}
                isWrong={(field) => field in errors}
                onChange={(part) => {
                  onChange({ [role]: { ...form[role], ...part } });
                }}
              />
            ))}
          </Two>
        </Box>
      ) : null}
    </>
  );
};

export const DemandPart = (props: Props) => (
  <Two>
    <Choice {...props} name="kind" label="claim.edit.kind" options={CLAIM_KINDS} />
    <Text {...props} name="orderNumber" label="claim.edit.orderNumber" optional />
    <Text {...props} name="requested" label="claim.edit.requested" optional />
    <Text
      {...props}
      name="demandedAt"
      label="claim.create.demandedAt"
      type="datetime-local"
      help="claim.create.demandedHelp"
    />
    {props.form.demandedAt ? (
      <Text {...props} name="demandedReason" label="claim.create.demandedReason" />
    ) : null}
  </Two>
);

export const FilesPart = ({ form, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <>
      <Button
        component="label"
        role={undefined}
        tabIndex={-1}
        variant="outlined"
        startIcon={<UploadFileOutlined />}
      >
        {translate('claim.doc.add')}
        <input
          type="file"
          style={VISUALLY_HIDDEN}
          multiple
          accept={ACCEPTED}
          onChange={(event) => {
            onChange({ files: Array.from(event.target.files ?? []) });
          }}
        />
      </Button>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.75 }}>
        {form.files.length > 0
          ? `${translate('claim.create.chosen', { count: form.files.length })}: ${form.files.map((file) => file.name).join(', ')}`
          : translate('claim.create.filesHelp')}
      </Typography>
    </>
  );
};

/** Out of sight but within reach of the keyboard and of screen readers. */
const VISUALLY_HIDDEN: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  opacity: 0,
};

const Two = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2, alignItems: 'start' }}
  >
    {children}
  </Box>
);

type TextName = Exclude<
  keyof DeskForm,
  'files' | 'channel' | 'language' | 'kind' | 'others' | 'payer' | 'representative'
>;

interface TextProps extends Props {
  name: TextName;
  label: string;
  type?: string;
  help?: string;
  optional?: boolean;
}

const Text = ({ form, errors, onChange, name, label, type = 'text', help, optional = false }: TextProps) => {
  const translate = useTranslate();
  const error = errors[name];
  const hint = help ? translate(help) : optional ? translate('app.optional') : undefined;
  return (
    <TextField
      id={name}
      type={type}
      label={translate(label)}
      value={form[name]}
      error={error !== undefined}
      helperText={error ? translate(error) : hint}
      onChange={(event) => {
        onChange({ [name]: event.target.value });
      }}
    />
  );
};

interface ChoiceProps extends Props {
  name: 'channel' | 'language' | 'kind';
  label: string;
  options: readonly string[];
}

const Choice = ({ form, onChange, name, label, options }: ChoiceProps) => {
  const translate = useTranslate();
  return (
    <TextField
      id={name}
      select
      label={translate(label)}
      value={form[name]}
      onChange={(event) => {
        onChange({ [name]: event.target.value });
      }}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {translate(`claim.${name}.${option}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
