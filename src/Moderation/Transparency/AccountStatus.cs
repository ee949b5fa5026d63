using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.RepeatOffenders;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A member asks what limits them: exactly what rankers see, by the same evaluator.</summary>
[AllowedTo(Role.Member, Role.Moderator, Role.Lead, Scopes = [Scope.Platform])]
public sealed record AccountStatus(AccountId Account) : IQuery<AccountStatus.Answer>
{
    /// <summary>How many posts that something limits are listed, the newest first.</summary>
    public const int MaxPosts = 1000;

    /// <param name="Content">Every post with anything other than plain allow by its own standing, the newest first.</param>
    /// <param name="Posts">How many posts there are in all.</param>
    /// <param name="NextStep">What the next step that brings something else would be; null where there is none.</param>
    /// <param name="StrikesToNextStep">How many more strikes, by weight, reach it; 0 where there is none.</param>
    /// <param name="StrikesInForce">How much those in force weigh together.</param>
    /// <param name="Past">Decisions that were taken back.</param>
    /// <param name="Misinformation">How it stands for ratings by fact-checkers, which are counted apart.</param>
    /// <param name="EveryPost">What the limits of the account alone do to a post that nothing else limits, where that is anything.</param>
    public sealed record Answer(
        AccountView Account, DateTimeOffset At, bool InGoodStanding, IReadOnlyList<Strike> Strikes, IReadOnlyList<AccountOutcome> AccountOutcomes,
        IReadOnlyList<Post> Content, int Posts, Recommendability Recommendable, string? NextStep, IReadOnlyList<LadderRow> Ladder, IReadOnlyList<PastDecision> Past,
        int StrikesToNextStep = 0, int StrikesInForce = 0, MisinformationStatus? Misinformation = null, IReadOnlyList<SeenBy>? EveryPost = null);

    public sealed record AccountView(AccountId Id, string Handle, string? DisplayName);

    /// <param name="Until">When it stops counting, by expiry or by a course; null for never.</param>
    /// <param name="Weight">How many it counts for.</param>
    public sealed record Strike(DecisionId DecisionId, string Guideline, string GuidelineTitle, DateTimeOffset At, DateTimeOffset? Until, int Weight = 1);

    public sealed record AccountOutcome(
        OutcomeKind Kind, string Guideline, IReadOnlyList<Feature> Features, DateTimeOffset From, DateTimeOffset? Until, DecisionId DecisionId,
        ExplainEligibility.Redress Appeal);

    /// <param name="Verdicts">For an adult who does not follow, as if nothing limited the account.</param>
    /// <param name="Outcomes">What is in force on it.</param>
    /// <param name="Otherwise">What rankers are told of it in full, with the limits of the account, wherever that is something else.</param>
    /// <param name="Rating">What fact-checkers say of it, where that was decided last; null where it was something else.</param>
    /// <param name="Dispute">Where their last dispute about the rating stands; null where there is none.</param>
    public sealed record Post(
        ContentId Id, ContentKind Kind, string Text, string? MediaUrl, DateTimeOffset CreatedAt, IReadOnlyDictionary<Surface, Verdict> Verdicts,
        DecisionId? DecisionId, IReadOnlyList<DecisionId> DecisionIds, string GuidelineTitle, IReadOnlyList<EnforceDirectly.Effect> Outcomes, Automation Automation,
        ExplainEligibility.Redress? Appeal, DisputeState? Dispute = null, IReadOnlyList<SeenBy>? Otherwise = null, Rating? Rating = null);

    public sealed record Recommendability(bool Account, IReadOnlyList<Because> Because, string? Cure);

    public sealed record Because(string Ground, DecisionId DecisionId, ExplainEligibility.Redress Appeal);

    /// <param name="Kinds">What it brings; none for a mere warning.</param>
    public sealed record LadderRow(int Strikes, string Name, int? Days, IReadOnlyList<OutcomeKind> Kinds, IReadOnlyList<Feature> Features)
    {
        internal static LadderRow Of(LadderStep x) => new(
            x.Strikes, x.Name, x.Outcomes.Max(y => y.Days), [.. x.Outcomes.Select(y => y.Kind)], [.. x.Outcomes.SelectMany(y => y.Features)]);
    }

    public sealed record PastDecision(DecisionId DecisionId, string GuidelineTitle, DateTimeOffset MadeAt, DecisionState State, SubjectRef Subject);

    internal sealed class Handler(ModerationDb db, Call call, Seals seals, Restrictions restrictions, Rulebooks rulebooks, StrikeRecords records, TimeProvider clock) : IRequestHandler<AccountStatus, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(AccountStatus query, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != query.Account)
                return PipelineErrors.NotAllowed;

            var account = await db.Accounts.FindAsync([query.Account], ct);
            if (account is null && !await db.Content.AnyAsync(x => x.AuthorId == query.Account, ct))
                return AccountErrors.Unknown;

            var now = clock.GetUtcNow();
            var rulebook = await rulebooks.InForce(db, now, ct);
            var onAccount = (await db.Outcomes.AsNoTracking().On(SubjectRef.Of(query.Account)).ToListAsync(ct)).Where(x => x.IsInForce(now)).ToArray();
            var each = await records.Each(query.Account, now, ct);
            var hidden = await restrictions.HiddenOf([.. onAccount.Select(x => x.DecisionId), .. each.SelectMany(x => x.Decisions.Values)], ct);
            // Who may not know of a strike may not reckon it from a count either.
            var record = each[(int)StrikeKind.Community].Without(hidden);
            var quiet = await Quiet(now, ct);
            onAccount = [.. onAccount.Where(x => !hidden.Contains(x.DecisionId) && !quiet.Contains(x.DecisionId))];
            var posts = await new LimitedPosts(db, restrictions, quiet).Of(query.Account, now, MaxPosts, ct);
            var closed = await seals.ClosedOf(posts.Select(x => SubjectRef.Of(x.Item.Id)), ct);
            posts = [.. posts.Select(x => closed.Contains(SubjectRef.Of(x.Item.Id)) ? x with { Text = "", MediaUrl = null } : x)];
            var decisions = await DecisionsOf([.. onAccount.Select(x => x.DecisionId), .. posts.SelectMany(x => x.Outcomes.Select(y => y.DecisionId))], ct);
            var redress = await Redresses.Of(db, [.. decisions.Keys], now, ct);
            var counted = record.InForce(now);
            var disputes = await db.DisputesOf([.. decisions.Keys], now, ct);
            Strike[] strikes = [.. counted.Strikes.Select(x => StrikeOf(record, x, rulebook))];
            var others = onAccount.Where(x => x.Kind is not OutcomeKind.Strike).OrderBy(x => x.From).ToArray();
            var next = record.NextStep(now);
            var misinformation = MisinformationStatus.Of(each[(int)StrikeKind.Misinformation].Without(hidden), rulebook, now);

            return new Answer(
                new(query.Account, account?.Handle is { Length: > 0 } handle ? handle : query.Account.Value, account?.DisplayName),
                now,
                InGoodStanding: strikes.Length == 0 && misinformation.InForce == 0 && others.Length == 0,
                strikes,
                [.. others.Select(x => new AccountOutcome(x.Kind, x.Ground, x.Features, x.From, x.Until, x.DecisionId, redress[x.DecisionId]))],
                [.. posts.Select(x => Show(x, decisions, redress, rulebook) is var post && post.DecisionId is { } about && disputes.TryGetValue(about, out var dispute) ? post with { Dispute = dispute } : post)],
                await db.Content.CountAsync(x => x.AuthorId == query.Account && x.DeletedAt == null, ct),
                RecommendableOf(others, now, redress, decisions),
                next?.Step.Name,
                [.. rulebook.LadderInUse.Steps.Select(LadderRow.Of)],
                await PastOf(query.Account, rulebook, ct),
                next?.Weight ?? 0, counted.Weight, misinformation, OnEveryPost(onAccount, now));
        }

        private static IReadOnlyList<SeenBy> OnEveryPost(DecidedOutcome[] outcomes, DateTimeOffset now)
        {
            var standing = Standing.Of(outcomes.Select(x => x.ForRanking()), now, now);
            return SeenBy.Unlike(_ => Verdict.Allow, x => Ranking.Eligibility.On(Standing.Clear, standing, [], x));
        }

        private static Strike StrikeOf(StrikeRecord record, StrikeInForce strike, Rulebook rulebook)
        {
            var given = record.Strikes.First(x => x.Id == strike.Id);
            return new(record.Decisions[given.Id], given.Guideline, TitleOf(rulebook, given.Guideline), given.At, strike.Until, strike.Weight);
        }

        // What an authority ordered to keep quiet neither the member reads, nor the host that shows them this, nor whom it touches besides.
        private async Task<HashSet<DecisionId>> Quiet(DateTimeOffset now, CancellationToken ct) => call.Actor is Actor.Staff
            ? []
            : await db.Set<Decision>().Untold.Where(x => x.NoticeAt > now).Select(x => x.Id).ToHashSetAsync(ct);

        private async Task<Dictionary<DecisionId, Decision>> DecisionsOf(DecisionId[] ids, CancellationToken ct) =>
            await db.Set<Decision>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);

        private static Post Show(
            LimitedPosts.Found x, Dictionary<DecisionId, Decision> decisions, IReadOnlyDictionary<DecisionId, ExplainEligibility.Redress> redress, Rulebook rulebook)
        {
            // Null where only what it hangs on is gone: that decision is somebody else's.
            var latest = x.Outcomes.Select(y => decisions[y.DecisionId]).MaxBy(y => y.MadeAt);
            var isRestricted = latest is not null && rulebook.Rule(latest.Guideline) is { Restricted: true };
            return new(
                x.Item.Id, x.Item.Kind, x.Text, isRestricted ? null : x.MediaUrl, x.Item.CreatedAt, x.Verdicts, latest?.Id,
                [.. x.Outcomes.Select(y => y.DecisionId).Distinct()], latest is null ? "" : TitleOf(rulebook, latest.Guideline),
                [.. x.Outcomes.Select(EnforceDirectly.Effect.Of)], latest?.Automation ?? Automation.None, latest is null ? null : redress[latest.Id], Otherwise: x.Otherwise,
                Rating: latest is null ? null : RatingGround.Read(latest.Guideline));
        }

        // As the one evaluator says it of an adult who does not follow: what counts for some viewers only stands among the limits.
        private static Recommendability RecommendableOf(
            DecidedOutcome[] outcomes, DateTimeOffset now, IReadOnlyDictionary<DecisionId, ExplainEligibility.Redress> redress, Dictionary<DecisionId, Decision> decisions)
        {
            var standing = Standing.Of(outcomes.Select(x => x.ForRanking()), now, now);
            var dropping = SurfaceSet.Recommending.Each().Select(x => Ranking.Eligibility.On(standing, new(x, Viewer.Adult, Follows: false)))
                .Where(x => x.Action is VerdictAction.Drop).SelectMany(x => x.Grounds).SelectMany(x => x.Outcomes).ToHashSet();
            DecidedOutcome[] holding = [.. outcomes.Where(x => dropping.Contains(x.Id.Value))];
            Because[] because = [.. holding
                .Select(x => new Because(x.Kind switch
                {
                    OutcomeKind.Suspended => "account.suspended",
                    OutcomeKind.Disabled => "account.disabled",
                    _ when x.Ground == RepeatMisinformation.Ground => RepeatMisinformation.Ground,
                    _ => "account.not-recommended",
                }, x.DecisionId, redress[x.DecisionId]))];
            var lasting = holding.Where(x => x.Until is null).ToArray();
            return new(because.Length == 0, because,
                holding.Length == 0 ? null
                : lasting.Length == 0 ? $"wait:{holding.Max(x => x.Until):O}"
                : lasting.All(x => decisions[x.DecisionId].FollowsAccountRule) ? "mend" : "appeal");
        }

        private async Task<PastDecision[]> PastOf(AccountId account, Rulebook rulebook, CancellationToken ct)
        {
            var past = await db.Set<Decision>().AsNoTracking().Where(x => x.AuthorId == account && x.Finding != Finding.DoesNotViolate && !(x.NoticeDelay == NoticeDelay.ConfidentialOrder && x.ToldAt == null) && (x.OverturnedAt != null || x.SupersededAt != null || x.OverriddenAt != null))
                .OrderByDescending(x => x.MadeAt).Take(50).ToListAsync(ct);
            var hidden = await restrictions.HiddenOf(past.Select(x => x.Id), ct);
            return [.. past.Where(x => !hidden.Contains(x.Id))
                .Select(x => new PastDecision(x.Id, TitleOf(rulebook, x.Guideline), x.MadeAt, x.State, x.Subject))];
        }

        private static string TitleOf(Rulebook rulebook, string guideline) =>
            (guideline == Order.Code ? Order.Rule : rulebook.Rule(guideline)) is { } found ? found.Clause?.Title ?? found.Title : guideline;
    }
}
