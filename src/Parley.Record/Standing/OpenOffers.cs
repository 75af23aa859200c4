using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Slots that hold an offer, by speaker and track: what lapses when a speaker leaves.</summary>
internal sealed class OpenOffers(NegotiationRecord record, StanceBook book)
{
    private readonly Dictionary<int, List<(int Speaker, short Track, List<int> Slots)>> bySide = [];

    public void List(int slotId)
    {
        ref Slot slot = ref book.Slots[slotId];
        if (slot.IsListedAsOffer)
        {
            return;
        }

        slot.IsListedAsOffer = true;
        int side = record.Actors[slot.Speaker].Side.Id;
        if (!bySide.TryGetValue(side, out List<(int Speaker, short Track, List<int> Slots)>? lists))
        {
            bySide.Add(side, lists = []);
        }

        foreach ((int speaker, short track, List<int> slots) in lists)
        {
            if (speaker == slot.Speaker && track == slot.Track)
            {
                slots.Add(slotId);
                return;
            }
        }

        lists.Add((slot.Speaker, slot.Track, [slotId]));
    }

    /// <summary>Takes off the list what lapses when somebody leaves a track, or all tracks when none is named.</summary>
    /// <param name="actor">Who leaves; with a party all its members do.</param>
    /// <param name="track">The track, or null.</param>
    public List<int> Take(Actor actor, Track? track)
    {
        List<int> taken = [];
        if (!bySide.TryGetValue(actor.Side.Id, out List<(int Speaker, short Track, List<int> Slots)>? lists))
        {
            return taken;
        }

        for (int i = lists.Count - 1; i >= 0; i--)
        {
            (int speaker, short of, List<int> slots) = lists[i];
            if ((actor.Kind != ActorKind.Member || speaker == actor.Id) && (track is null || of == track.Id))
            {
                taken.AddRange(slots);
                lists.RemoveAt(i);
            }
        }

        taken.Sort();
        foreach (int slot in taken)
        {
            book.Slots[slot].IsListedAsOffer = false;
        }

        return taken;
    }
}
