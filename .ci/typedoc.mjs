// The reference lists metrics in a group of their own, first, and not among variables: each is a `MetricFunction`.
import { Comment, CommentTag, Converter } from 'typedoc';

export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    if (reflection.type?.type !== 'reference' || reflection.type.name !== 'MetricFunction') return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: 'Metrics' }]));
  });
}
