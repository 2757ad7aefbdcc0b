/** The pages of one scenario, beside its time line. Each is fetched when it is first opened. */
import type { Component } from 'svelte';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import type { Studio } from './studio.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export interface StudioViewProps {
  studio: Studio;
  workspace: Workspace;
}

export interface StudioView {
  /** What stands behind the scenario in the address; '' for the time line. */
  name: string;
  label: string;
  load: (() => Promise<{ default: Component<StudioViewProps> }>) | null;
}

const words = messages.studio.views;

export const STUDIO_VIEWS: readonly StudioView[] = [
  { name: '', label: words.line, load: null },
  { name: 'why', label: messages.why.view, load: () => import('./why/WhyPage.svelte') },
  {
    name: 'compare',
    label: studioMessages.compare.view,
    load: () => import('./compare/ComparePage.svelte'),
  },
  { name: 'ask', label: studioMessages.ask.view, load: () => import('./ask/AskPage.svelte') },
  {
    name: 'sectors',
    label: messages.campaigns.sectors.title,
    load: () => import('./campaigns/SectorsPage.svelte'),
  },
  { name: 'brief', label: messages.brief.label, load: () => import('./brief/BriefPage.svelte') },
  { name: 'story', label: messages.story.label, load: () => import('./story/StoryPage.svelte') },
];
