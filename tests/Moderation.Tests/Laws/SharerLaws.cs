using FsCheck.Fluent;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Tests.Notices;

namespace Moderation.Tests.Laws;

/// <summary>Whatever is shared, rated, corrected and told in whatever order: who shared before a rating knows how it stands, and is told nothing twice.</summary>
public sealed class SharerLaws : OnSharers
{
    private int told;
    private int lifted;

    [Fact]
    public async Task Each_sharer_is_told_what_a_list_of_what_they_know_says()
    {
        await Ready();
        var played = 0;
        await Task.Run(() => Law.Holds(Gen.Choose(0, int.MaxValue), seed => Holds(played++, new Random(seed)).GetAwaiter().GetResult(), times: 20));

        // Else there would be nothing to be right about.
        Assert.True(told > 20 && lifted > 5, $"{told} told, {lifted} lifted");
    }

    private async Task<bool> Holds(int number, Random chance)
    {
        var post = await world.Post($"post-{number}", new($"poster-{number}"), $"Claim {number}: nothing else says this, not even nearly.");
        var check = (FactCheckId: default(Moderation.Enforcement.FactCheckId), IsFiled: false);
        Rating? rating = null;
        DateTimeOffset? ratedAt = null;
        var shares = new List<(string Who, ContentId Id, DateTimeOffset At)>();
        var (knows, expected) = (new Dictionary<string, Rating?>(), new Dictionary<string, List<string>>());
        for (var step = 0; step < 14; step++)
        {
            world.Clock.Pass(TimeSpan.FromMinutes(chance.Next(1, 90)));
            var word = chance.GetItems([Rating.False, Rating.PartlyFalse, Rating.True], 1)[0];
            switch (chance.Next(3))
            {
                case 0 or 1 when step < 2 || chance.Next(3) is 0:
                    var who = $"sharer-{number}-{chance.Next(4)}";
                    var of = shares.Count > 0 && chance.Next(2) is 0 ? shares[chance.Next(shares.Count)].Id : post;
                    shares.Add((who, await Share($"share-{number}-{step}", who, of), Now));
                    break;
                case 0 or 1 when !check.IsFiled:
                    check = ((await world.Do(Checker, new FileFactCheck(Review(Word(word), $"Claim {number}"), [post]))).FactCheckId, true);
                    (rating, ratedAt) = (word, Now);
                    break;
                case 0 or 1:
                    await Correct(check.FactCheckId, word);
                    (rating, ratedAt) = (word, word == rating ? ratedAt : Now);
                    break;
                default:
                    break;
            }

            if (chance.Next(2) is 0 && step < 13)
                continue;
            await WorkAll();
            foreach (var who in shares.Where(x => ratedAt is { } at && x.At <= at).Select(x => x.Who).Concat(knows.Keys).Distinct().ToArray())
            {
                var before = knows.GetValueOrDefault(who);
                var now = rating is Rating.True ? null : rating;
                if (before == now)
                    continue;
                knows[who] = now;
                (expected.TryGetValue(who, out var list) ? list : expected[who] = []).Add(now is null ? "lifted" : before is null ? "rated" : "changed");
            }
        }

        told += expected.Values.Sum(x => x.Count);
        lifted += expected.Values.Sum(x => x.Count(y => y is "lifted"));
        return Enumerable.Range(0, 4).Select(x => $"sharer-{number}-{x}")
            .All(x => expected.GetValueOrDefault(x, []).SequenceEqual(Shared(x).Select(y => y.Title switch
            {
                var title when title.Contains("no longer counts", StringComparison.Ordinal) => "lifted",
                var title when title.Contains("changed", StringComparison.Ordinal) => "changed",
                _ => "rated",
            })));
    }
}
