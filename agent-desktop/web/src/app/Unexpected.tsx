import { Component, type ComponentChildren } from 'preact';
import { t } from '../text/text.ts';

/** A mistake of ours must not leave an agent before an empty page in the middle of a call. */
export class Unexpected extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ failed: true });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main class="sign-in">
        <div class="card" role="alert">
          <h1>{t('error.unexpectedTitle')}</h1>
          <p>{t('error.unexpected')}</p>
          <button type="button" class="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </button>
        </div>
      </main>
    );
  }
}
