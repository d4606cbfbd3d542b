/** Platforms whose ids hold in one site, desk or file only, not in the world. */
export const LOCAL_PLATFORMS: readonly string[] =
  'web press blog blogger forum wordpress discourse isso zendesk freshdesk front intercom chatwoot'.split(
    ' ',
  );
