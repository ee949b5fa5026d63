using FsCheck;
using FsCheck.Fluent;
using Moderation.Activity;
using Moderation.Laws;

namespace Moderation.Tests.Laws;

/// <summary>What is known of activity is the same whatever the order in which it was told, and however often.</summary>
public sealed class ActivityLaws
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<InteractionTold[]> Interactions = (
        from kind in Gen.Elements(InteractionKind.Like, InteractionKind.Comment, InteractionKind.Dwell, InteractionKind.Save)
        from minute in Gen.Choose(0, 4)
        from undone in Gen.Elements(true, false)
        from device in Gen.Elements("a", "b")
        from value in Gen.Elements<double?>(null, 0, 3)
        select new InteractionTold(new("v"), new("c"), kind, Noon.AddMinutes(minute), value, null, undone, device)).ArrayOf(12);

    private static readonly Gen<FollowTold[]> Follows = (
        from minute in Gen.Choose(0, 4)
        from undone in Gen.Elements(true, false)
        select new FollowTold(new("v"), new("c"), Noon.AddMinutes(minute), undone)).ArrayOf(8);

    [Fact]
    public void The_order_in_which_acts_are_told_does_not_matter() => Law.Holds(
        from told in Interactions
        from other in Gen.Shuffle([.. told, .. told])
        select (told, other),
        x => Fold(x.told).SetEquals(Fold(x.other)));

    [Fact]
    public void A_follow_holds_if_and_only_if_the_latest_word_says_so() => Law.Holds(
        from told in Follows.Where(x => x.Length > 0)
        from other in Gen.Shuffle(told)
        select (told, other),
        x =>
        {
            var kept = Follow.Of(x.other[0], 1, 2, 0);
            foreach (var one in x.other.Skip(1))
                kept.Take(Follow.Of(one, 1, 2, 0));
            var latest = x.told.Max(y => y.At);
            return kept.At == latest.ToUnixTimeMilliseconds() && (kept.State is FactState.Undone) == x.told.Any(y => y.At == latest && y.Undone);
        });

    [Fact]
    public void What_is_told_of_different_things_has_different_numbers() => Law.Holds(
        from one in Gen.Choose(0, 1000).ArrayOf(3)
        from other in Gen.Choose(0, 1000).ArrayOf(3)
        select (one, other),
        x => FactKey.Of([.. x.one.Select(y => (long)y)]) == FactKey.Of([.. x.other.Select(y => (long)y)]) == x.one.SequenceEqual(x.other));

    private static HashSet<(long, long, bool, long, double?)> Fold(IEnumerable<InteractionTold> told)
    {
        var kept = new Dictionary<long, Interaction>();
        foreach (var one in told.Select(x => Interaction.Of(x, 1, 2, x.Device is "a" ? 5 : 6)))
        {
            if (!kept.TryAdd(one.Key, one))
                kept[one.Key].Take(one);
        }

        return [.. kept.Values.Select(x => (x.Key, x.At, x.IsUndone, x.Device, x.Value))];
    }
}
