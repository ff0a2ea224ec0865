import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  /** A new place resets the boundary. */
  place: string;
  children: ReactNode;
}

/** A broken part never takes the whole desk with it: the frame stays, with a way to try again. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? <Failure /> : this.props.children;
  }
}

const Failure = () => {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      action={
        <Button
          color="inherit"
          onClick={() => {
            window.location.reload();
          }}
        >
          {translate('app.act.refresh')}
        </Button>
      }
    >
      {translate('ra.message.error')}
    </Alert>
  );
};
