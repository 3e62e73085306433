// How Web Chat and the cards in it look. Colours repeat those of kabot.css; each pair has a contrast of 4.5 or more.
'use strict';

window.KaBotLook = (() => {
  const font = '"Segoe UI", system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';
  const colour = (value, subtle) => ({ default: value, subtle, highlightColors: { default: '#22ffc400', subtle: '#22ffc400' } });
  const ink = {
    default: colour('#1b2733', '#51606f'), dark: colour('#1b2733', '#51606f'), light: colour('#ffffff', '#d3e4f1'),
    accent: colour('#0f6498', '#0f6498'), good: colour('#1b6e36', '#1b6e36'), warning: colour('#8a5300', '#8a5300'), attention: colour('#a4262c', '#a4262c')
  };
  const container = (backgroundColor, borderColor) => ({ backgroundColor, borderColor, foregroundColors: ink });

  const styleOptions = {
    primaryFont: font,
    accent: '#0f6498',
    subtle: '#51606f',
    timestampColor: '#51606f',
    backgroundColor: '#ffffff',
    botAvatarInitials: 'K',
    botAvatarImage: '/logo.svg',
    botAvatarBackgroundColor: '#1173a8',
    avatarSize: 32,
    avatarBorderRadius: 10,
    bubbleBackground: '#f3f6f9',
    bubbleBorderColor: '#d7dfe7',
    bubbleBorderRadius: 12,
    bubbleTextColor: '#1b2733',
    bubbleFromUserBackground: '#0f6498',
    bubbleFromUserBorderColor: '#0f6498',
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: '#ffffff',
    bubbleMaxWidth: 620,
    bubbleAttachmentMaxWidth: 620,
    bubbleMinWidth: 120,
    bubbleAttachmentMinWidth: 250,
    cardEmphasisBackgroundColor: '#f3f6f9',
    cardPushButtonBackgroundColor: '#ffffff',
    cardPushButtonTextColor: '#0f6498',
    groupTimestamp: 300000,
    hideUploadButton: true,
    paddingRegular: 12,
    rootHeight: '100%',
    sendBoxBackground: '#ffffff',
    sendBoxBorderTop: 'solid 1px #d7dfe7',
    sendBoxButtonColor: '#0f6498',
    sendBoxPlaceholderColor: '#51606f',
    sendBoxTextColor: '#1b2733',
    sendBoxHeight: 52,
    sendTimeout: 30000,
    suggestedActionLayout: 'flow',
    suggestedActionBorderRadius: 999
  };

  const hostConfig = {
    supportsInteractivity: true,
    fontFamily: font,
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: '#d7dfe7' },
    fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 650 },
    containerStyles: {
      default: container('#ffffff', '#d7dfe7'), emphasis: container('#f3f6f9', '#d7dfe7'), accent: container('#e9f3fa', '#9fb8cb'),
      good: container('#e9f6ed', '#a9d3b6'), warning: container('#fff6e0', '#ecd9a5'), attention: container('#fdeff0', '#e5b5b8')
    },
    imageSizes: { small: 40, medium: 80, large: 160 },
    actions: {
      maxActions: 10, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' }
    },
    adaptiveCard: { allowCustomStyle: true },
    textBlock: { headingLevel: 3 },
    inputs: { label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } }, errorMessage: { color: 'attention', size: 'small' } }
  };

  // What a screen reader hears of a card in passing: the card's own summary. Web Chat's copy of it has inputs without labels; those
  // of the card itself, which the reader enters, have them.
  const spokenCards = () => next => args => {
    const { contentType, content } = args.attachment;
    const spoken = contentType === 'application/vnd.microsoft.card.adaptive' && (content.speak || content.fallbackText);
    return next(spoken ? { ...args, attachment: { contentType: 'text/plain', content: spoken } } : args);
  };

  return { styleOptions, hostConfig, spokenCards };
})();
