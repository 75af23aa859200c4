using Parley.Journals.Binding;
using Parley.Journals.Diagnostics;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Checks;

/// <summary>Where the parts of an entry stand that a check may speak of.</summary>
internal readonly record struct EntryPlaces(
    Place Date, Place Verb, Place Tag, Place To, Place Deadline, Place Known, SourceText Text, int TextStart);

/// <summary>What cannot be in the conduct of talks, or deserves a look: one entry against those above it.</summary>
internal static class ConductChecks
{
    public static void Check(BindingContext context, EntryDraft draft, EntryPlaces places, Action<Diagnostic> report)
    {
        RecordBuilder builder = context.Builder;
        Actor speaker = builder.ActorAt(draft.Speakers[0]);
        CheckDesk(builder, draft, places, report);
        CheckAddressees(builder, draft, places, speaker, report);
        CheckSources(builder, draft, places, report);
        if (draft.TagRole == TagRole.Refers)
        {
            CheckReference(context, draft, places, speaker, report);
        }

        if (draft.Verb == Verb.Relays && speaker.Side.Kind == ActorKind.Party)
        {
            report(Catalogue.RelayedByParty(places.Verb, speaker.Name));
        }

        if (draft.Details is { } details)
        {
            CheckDates(details, draft, places, report);
            CheckAnswers(context, details, draft, places, report);
        }

        CheckFrom(builder, draft, places, report);
    }

    private static void CheckDesk(RecordBuilder builder, EntryDraft draft, EntryPlaces places, Action<Diagnostic> report)
    {
        bool hasDesk = draft.Speakers.Contains(builder.Desk.Id);
        if (hasDesk != (draft.Verb == Verb.Notes))
        {
            report(Catalogue.DeskOnly(places.Verb, hasDesk));
        }
    }

    private static void CheckAddressees(
        RecordBuilder builder, EntryDraft draft, EntryPlaces places, Actor speaker, Action<Diagnostic> report)
    {
        // Pressure on one's own side is a fact of its own: internal pressure.
        if (draft.Verb is Verb.Presses or Verb.Eases or Verb.Says or Verb.Meet or Verb.Backs)
        {
            return;
        }

        foreach (int id in draft.Addressees)
        {
            if (builder.ActorAt(id).Side == speaker.Side)
            {
                report(Catalogue.ToOneself(places.To, builder.ActorAt(id).Name));
                return;
            }
        }
    }

    private static void CheckSources(RecordBuilder builder, EntryDraft draft, EntryPlaces places, Action<Diagnostic> report)
    {
        // What was announced may be reported before it happens.
        if (draft.Verb is Verb.Schedules or Verb.Forecasts)
        {
            return;
        }

        foreach (int chain in draft.Chains)
        {
            Source cited = builder.ChainAt(chain).Cited;
            if (cited.Published is { } published && published.IsBefore(draft.When))
            {
                report(Catalogue.PublishedBefore(
                    places.Date, cited.Name, DateText.Print(published), DateText.Print(draft.When)));
                return;
            }
        }
    }

    private static void CheckReference(
        BindingContext context, EntryDraft draft, EntryPlaces places, Actor speaker, Action<Diagnostic> report)
    {
        RecordBuilder builder = context.Builder;
        int naming = builder.NamedBy(draft.Tag);
        if (naming < 0)
        {
            return;
        }

        DateInterval named = builder.WhenOf(naming);
        string verb = Verbs.Row(draft.Verb).Name;
        if (draft.When.IsBefore(named) && draft.Verb is not Verb.Notes)
        {
            report(Catalogue.ReplyBeforeOffer(
                places.Date, verb, builder.TagNameOf(draft.Tag), DateText.Print(named), context.PlaceOfEntry(naming)));
            return;
        }

        Actor owner = builder.SpeakerOf(naming);
        bool isOwn = builder.IsSpokenBySide(naming, speaker.Side);
        Verb namedVerb = builder.VerbOf(naming);
        if (draft.Verb is Verb.Accepts or Verb.Rejects)
        {
            if (!IsPutForward(namedVerb))
            {
                report(Catalogue.NothingToAnswer(
                    places.Tag, verb, builder.TagNameOf(draft.Tag), Describe(namedVerb), context.PlaceOfEntry(naming)));
            }
            else if (isOwn && speaker.Side.Kind == ActorKind.Party && draft.Speakers.Count == 1
                && builder.SpeakerCountOf(naming) == 1 && namedVerb != Verb.Agrees && draft.Details?.Tally is null)
            {
                report(Catalogue.OwnOffer(
                    places.Tag, speaker.Name, verb, builder.TagNameOf(draft.Tag), context.PlaceOfEntry(naming)));
            }
        }
        else if (draft.Verb == Verb.Withdraws && !isOwn)
        {
            report(Catalogue.NotOnesOwn(
                places.Tag, speaker.Name, builder.TagNameOf(draft.Tag), owner.Name, context.PlaceOfEntry(naming)));
        }
    }

    private static void CheckAnswers(
        BindingContext context, EntryDetails details, EntryDraft draft, EntryPlaces places, Action<Diagnostic> report)
    {
        RecordBuilder builder = context.Builder;
        foreach (int tag in details.Re.Concat(details.Replaces))
        {
            int naming = builder.NamedBy(tag);
            if (naming >= 0 && draft.When.IsBefore(builder.WhenOf(naming)))
            {
                report(Catalogue.ReplyBeforeOffer(
                    places.Date,
                    Verbs.Row(draft.Verb).Name,
                    builder.TagNameOf(tag),
                    DateText.Print(builder.WhenOf(naming)),
                    context.PlaceOfEntry(naming)));
                return;
            }
        }
    }

    private static void CheckDates(
        EntryDetails details, EntryDraft draft, EntryPlaces places, Action<Diagnostic> report)
    {
        if (details.Deadline is { } deadline && deadline.IsBefore(draft.When))
        {
            report(Catalogue.DeadlinePassed(places.Deadline, DateText.Print(deadline)));
        }

        if (details.Known is { } known && known.IsBefore(draft.When))
        {
            report(Catalogue.KnownBefore(places.Known));
        }
    }

    private static void CheckFrom(RecordBuilder builder, EntryDraft draft, EntryPlaces places, Action<Diagnostic> report)
    {
        foreach (int id in draft.Speakers)
        {
            Actor actor = builder.ActorAt(id);
            if (actor.From is { } from && draft.When.IsBefore(from))
            {
                report(Catalogue.BeforeFrom(places.Date, actor.Name, DateText.Print(from)));
            }
        }

        if (draft.Track?.From is { } since && draft.When.IsBefore(since))
        {
            report(Catalogue.BeforeFrom(places.Date, draft.Track.Name, DateText.Print(since)));
        }

        foreach (Term term in draft.Terms)
        {
            Issue issue = builder.IssueAt(term.IssueId);
            if (issue.From is { } start && draft.When.IsBefore(start))
            {
                report(Catalogue.BeforeFrom(places.Date, issue.Name, DateText.Print(start)));
            }
        }
    }

    private static bool IsPutForward(Verb verb) =>
        verb is Verb.Offers or Verb.Demands or Verb.Says or Verb.Agrees or Verb.Promises or Verb.Threatens or Verb.Schedules
            or Verb.RedLine;

    private static string Describe(Verb verb) => verb switch
    {
        Verb.Meet => "a meeting",
        Verb.Presses => "pressure",
        Verb.Forecasts => "a forecast",
        _ => "no offer",
    };
}
