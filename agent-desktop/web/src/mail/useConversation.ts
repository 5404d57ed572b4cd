import { useEffect, useState } from 'preact/hooks';
import { type Conversation, mails } from '../api/mail.ts';
import { wordsFor } from '../app/toasts.ts';
import { readSubject } from '../desktop/subjects.ts';
import { serverNow } from '../feed/clock.ts';
import { mailNews } from '../feed/picture.ts';
import { lookAgainIn } from './deliveryWords.ts';
import { titleOf } from './words.ts';

interface Read {
  conversation?: Conversation;
  problem?: string;
  again: () => void;
}

/** The mails of an interaction, looked at again when the feed tells of one, while one is under way, and now and then. */
export function useConversation(interaction: string): Read {
  const [conversation, setConversation] = useState<Conversation>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  const news = mailNews.value[interaction] ?? 0;
  useEffect(() => {
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      let deliveries: Parameters<typeof lookAgainIn>[0] = [];
      try {
        const read = await mails.conversation(interaction);
        if (!here) return;
        setConversation(read);
        readSubject(interaction, titleOf(read));
        setProblem(undefined);
        deliveries = read.mails.flatMap(({ delivery }) => delivery ?? []);
      } catch (error) {
        if (!here) return;
        setProblem(wordsFor(error));
      }
      timer = setTimeout(() => void look(), lookAgainIn(deliveries, serverNow()));
    };
    void look();
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [interaction, asked, news]);
  return {
    ...(conversation === undefined ? {} : { conversation }),
    ...(problem === undefined ? {} : { problem }),
    again: () => setAsked((before) => before + 1),
  };
}
