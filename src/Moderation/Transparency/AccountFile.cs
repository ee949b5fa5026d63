using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Staff open an account: who it is, what limits it, and all that happened to it, the newest first.</summary>
/// <param name="After">Where the page before ended.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record AccountFile(AccountId Account, SearchPlace? After = null) : IQuery<AccountFile.Answer>
{
    /// <summary>How much of what happened a page holds.</summary>
    public const int PageSize = 50;

    /// <param name="InForce">What limits the account itself now.</param>
    /// <param name="Next">Where to go on; null at the end.</param>
    /// <param name="Misinformation">How it stands for ratings by fact-checkers, which are counted apart.</param>
    public sealed record Answer(
        CaseFile.AccountView Account, int StrikesInForce, DateTimeOffset? NextStrikeEnds, string Ladder, IReadOnlyList<AccountStatus.LadderRow> Steps,
        IReadOnlyList<EnforceDirectly.Effect> InForce, int OpenCases, IReadOnlyList<SearchCases.Row> Open, IReadOnlyList<Happening> Happened, SearchPlace? Next,
        MisinformationStatus? Misinformation = null);

    /// <summary>A case that was opened, or a decision: one of both.</summary>
    public sealed record Happening(DateTimeOffset At, SearchCases.Row? Case, SearchDecisions.Row? Decision);

    internal sealed class Validator : AbstractValidator<AccountFile>
    {
        public Validator() => RuleFor(x => x.Account).Must(x => TextId.IsValid(x.Value)).WithMessage("'Account' has no valid id.");
    }

    internal sealed class Handler(ModerationDb db, Call call, Seals seals, Restrictions restrictions, AccountHistory history, StrikeRecords records, Rulebooks rulebooks, TimeProvider clock)
        : IRequestHandler<AccountFile, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AccountFile query, CancellationToken ct)
        {
            if (await db.StaffWith(((Actor.Staff)call.Actor).Id, Claims.Roles, ct) is not { } member
                || await db.Accounts.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Account, ct) is not { } account
                || await seals.Close(SubjectRef.Of(query.Account), ct))
                return AccountErrors.Unknown;

            var now = clock.GetUtcNow();
            var rulebook = await rulebooks.InForce(db, now, ct);
            var (ladder, each) = (rulebook.LadderInUse, await records.Each(account.Id, now, ct));
            var outcomes = await db.Outcomes.AsNoTracking().On(SubjectRef.Of(account.Id))
                .Where(x => x.RetractedAt == null && x.EndedAt == null && x.From <= now && (x.Until == null || x.Until > now)).ToListAsync(ct);
            var hidden = await restrictions.HiddenOf([.. outcomes.Select(x => x.DecisionId), .. each.SelectMany(x => x.Decisions.Values)], ct);
            var strikes = each[(int)StrikeKind.Community].Without(hidden).InForce(now);
            var (open, count) = await history.Open(account.Id, member, ct);
            var (happened, next) = await history.Before(account.Id, query.After, member, ct);
            return new Answer(
                new(account.Id, account.Handle is { Length: > 0 } handle ? handle : account.Id.Value, account.DisplayName, account.FollowerCount, account.Country,
                    account.Language, account.IsMinor ?? (account.Age is { } age ? age < Ranking.Outcome.AgeOfMajority : null), account.CreatedAt, account.DeletedAt is not null),
                strikes.Weight, strikes.Strikes.Min(x => x.Until), ladder.Name, [.. ladder.Steps.Select(AccountStatus.LadderRow.Of)],
                [.. outcomes.Where(x => x.Kind is not Ranking.OutcomeKind.Strike && !hidden.Contains(x.DecisionId)).OrderBy(x => x.Kind).Select(EnforceDirectly.Effect.Of)], count, open, happened, next,
                MisinformationStatus.Of(each[(int)StrikeKind.Misinformation].Without(hidden), rulebook, now));
        }
    }
}
