import { mount } from 'svelte';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '../../components/theme.css';
import { choosePlatform } from '../platform/choose.ts';
import Popup from '../popup/Popup.svelte';

const surface = new URLSearchParams(location.search).get('surface') === 'tab' ? 'tab' : 'panel';

mount(Popup, {
  target: document.getElementById('app')!,
  props: { platform: choosePlatform(), surface },
});
