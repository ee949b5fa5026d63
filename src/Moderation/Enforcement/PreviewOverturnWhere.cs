using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody asks what taking back everything a bad rule decided would take back. Nothing is stored.</summary>
/// <param name="Detector">One of these four at least.</param>
/// <param name="Guideline">With its clauses; or one clause.</param>
/// <param name="From">Decisions made from then on.</param>
/// <param name="Until">Exclusive.</param>
[AllowedTo(Role.Lead, Role.Product, Scopes = [Scope.Enforcer])]
public sealed record PreviewOverturnWhere(
    string? Detector, string? Version, string? Rule, string? Guideline, DateTimeOffset From, DateTimeOffset Until)
    : IQuery<PreviewOverturnWhere.Answer>
{
    /// <param name="Accounts">How many people they are against.</param>
    /// <param name="Sample">The newest twenty.</param>
    /// <param name="ByOutcome">How many outcomes of each kind would be lifted.</param>
    /// <param name="PauseFirst">Whether the source seems to go on deciding: it should be paused before.</param>
    /// <param name="NeedsSecondPerson">Whether it is so much that a lead needs another to agree.</param>
    public sealed record Answer(
        int Count, int Accounts, IReadOnlyList<Found> Sample, IReadOnlyDictionary<string, int> ByGuideline,
        IReadOnlyDictionary<OutcomeKind, int> ByOutcome, bool PauseFirst, bool NeedsSecondPerson);

    public sealed record Found(DecisionId Id, SubjectRef Subject, AccountId Author, string Guideline, Automation Automation, string? Detector, DateTimeOffset MadeAt);

    internal sealed class Validator : AbstractValidator<PreviewOverturnWhere>
    {
        public Validator()
        {
            RuleFor(x => x.Detector).MaximumLength(200).NotEqual("");
            RuleFor(x => x.Version).MaximumLength(100).NotEqual("");
            RuleFor(x => x.Rule).MaximumLength(200).NotEqual("");
            RuleFor(x => x.Guideline).MaximumLength(100).NotEqual("");
            RuleFor(x => x.Detector).NotNull().When(x => (x.Version, x.Rule, x.Guideline) is (null, null, null))
                .WithMessage("Name a detector, a version, a rule or a guideline.");
            RuleFor(x => x.Until).GreaterThan(x => x.From);
        }
    }

    internal sealed class Handler(ModerationDb db, BadRules badRules, Rulebooks rulebooks, Call call, TimeProvider clock) : IRequestHandler<PreviewOverturnWhere, Result<Answer>>
    {
        private const int SampleSize = 20;

        private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

        public async Task<Result<Answer>> Handle(PreviewOverturnWhere query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var filter = await badRules.FilterOf(query, ct);
            var found = filter.In(db).AsNoTracking().IgnoreAutoIncludes();
            var sample = await found.OrderByDescending(x => x.MadeAt).ThenByDescending(x => x.Id).Take(SampleSize).ToListAsync(ct);
            var count = await found.CountAsync(ct);
            var limit = (await rulebooks.InForce(db, now, ct)).Windows.BulkLimit;

            call.OpensSomethingSensitive = call.Actor is Actor.Staff && await badRules.FindsRestricted(filter, ct);
            return new Answer(
                count, await found.Select(x => x.AuthorId).Distinct().CountAsync(ct),
                [.. sample.Select(x => new Found(x.Id, x.Subject, x.AuthorId, x.Guideline, x.Automation, x.Detector, x.MadeAt))],
                await found.GroupBy(x => x.Guideline).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct),
                await found.SelectMany(x => x.Outcomes).Where(x => x.RetractedAt == null).GroupBy(x => x.Kind)
                    .Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct),
                filter.Until > now || sample is [var newest, ..] && newest.MadeAt > now - Lately,
                call.Actor is Actor.Staff && count > limit);
        }
    }
}

/// <summary>What somebody may take back of what a rule decided.</summary>
internal sealed class BadRules(ModerationDb db, Rulebooks rulebooks, Call call)
{
    public async Task<OverturnFilter> FilterOf(PreviewOverturnWhere asked, CancellationToken ct)
    {
        var self = call.Actor is Actor.Staff(var id) ? await db.Staff.AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) : null;
        return new(
            asked.Detector, asked.Version, asked.Rule, asked.Guideline, asked.From, asked.Until,
            self is null || self.Holds(Role.ChildSafety) ? [] : await OverturnFilter.Restricted(db, rulebooks, ct),
            self?.Account?.Value);
    }

    public async Task<bool> FindsRestricted(OverturnFilter filter, CancellationToken ct) =>
        filter.Hidden.Count == 0 && await filter.FindsRestricted(db, await OverturnFilter.Restricted(db, rulebooks, ct), ct);
}
