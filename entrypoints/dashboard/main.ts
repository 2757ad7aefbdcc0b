import { mount } from 'svelte';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '../../components/theme.css';
import Dashboard from './Dashboard.svelte';

mount(Dashboard, { target: document.getElementById('app')! });
