using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>What people are told who had shared something before it was rated. It never says who else did, nor which post it was.</summary>
internal sealed class SharerNotices(ModerationDb db, TellMembers members, Ledgers ledgers, TimeProvider clock)
{
    /// <summary>Tells these of the rating as it is now, where they do not know of it. Answers how many did not.</summary>
    public async Task<int> Rate(FactCheck check, IReadOnlyList<AccountId> people, CancellationToken ct)
    {
        var reached = await Reached(people, ct);
        // One of whose own posts bears it has been told of that.
        var authors = await (from item in db.RatedItems
                             join decision in db.Decisions on item.DecisionId equals decision.Id
                             where item.FactCheckId == check.Id && reached.Contains(decision.AuthorId)
                                 && decision.OverturnedAt == null && decision.SupersededAt == null && decision.OverriddenAt == null
                             select decision.AuthorId).Distinct().ToListAsync(ct);
        var sharers = reached.Except(authors).ToArray();
        await ledgers.Take(sharers);
        // Read once no other run can tell them meanwhile.
        var known = await db.Set<SharerTold>().Where(x => x.FactCheckId == check.Id && sharers.Contains(x.AccountId)).ToDictionaryAsync(x => x.AccountId, ct);
        var (told, rating, now) = (0, check.Rating!.Value, clock.GetUtcNow());
        foreach (var sharer in sharers)
        {
            var before = known.GetValueOrDefault(sharer)?.Rating;
            if (before == rating)
                continue;

            if (known.TryGetValue(sharer, out var row))
                row.Tell(rating, now);
            else
                db.Add(SharerTold.Of(check.Id, sharer, rating, now));
            Tell(sharer, before is null ? "rated" : "changed", check, check.RatedAt!.Value, before);
            told++;
        }

        return told;
    }

    /// <summary>Tells these that what they were told does not count any more. Answers how many of them are still there.</summary>
    public async Task<int> Lift(FactCheck check, IReadOnlyList<AccountId> people, CancellationToken ct)
    {
        var reached = await Reached(people, ct);
        await ledgers.Take(people);
        var told = 0;
        foreach (var row in await db.Set<SharerTold>().Where(x => x.FactCheckId == check.Id && people.Contains(x.AccountId) && x.Rating != null).ToListAsync(ct))
        {
            if (reached.Contains(row.AccountId))
            {
                Tell(row.AccountId, "lifted", check, row.At, row.Rating);
                told++;
            }

            row.Tell(null, clock.GetUtcNow());
        }

        return told;
    }

    // Who is gone, or never told of to us, has no inbox.
    private Task<List<AccountId>> Reached(IReadOnlyList<AccountId> people, CancellationToken ct) =>
        db.Accounts.Where(x => people.Contains(x.Id) && x.DeletedAt == null).Select(x => x.Id).ToListAsync(ct);

    private void Tell(AccountId to, string text, FactCheck check, DateTimeOffset at, Rating? before)
    {
        var (publisher, url, rating) = (check.Review.Publisher, check.Review.Url, check.Rating);
        members.Add(to, culture => Task.FromResult(new NoticeDraft(
            NoticeKind.Shared, NoticeTexts.Fill($"title.shared.{text}", culture),
            NoticeTexts.Fill(
                $"shared.{text}", culture, ("publisher", publisher), ("url", url), ("date", NoticeTexts.Date(at, culture)),
                ("rating", Word(rating, culture)), ("before", Word(before, culture))), [], null)));
    }

    private static string? Word(Rating? rating, CultureInfo culture) =>
        rating is { } known ? NoticeTexts.Fill($"rating.{JsonNamingPolicy.CamelCase.ConvertName(known.ToString())}", culture) : null;
}
