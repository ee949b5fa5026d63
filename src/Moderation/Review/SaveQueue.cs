using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A lead opens a queue, or says anew what it is. What waits already stays where it is until it is routed again.</summary>
/// <param name="Code">Kebab-case, up to 60 characters; a new one opens a queue behind the others.</param>
/// <param name="Rules">Up to 50; a case that one of them matches comes here. No case may match a rule of another active queue too.</param>
/// <param name="Skill">What whoever takes from it must be able to.</param>
/// <param name="Members">The only moderators who may see it; none for all.</param>
/// <param name="HiddenOutcomes">What nobody decides from here.</param>
/// <param name="DueHours">1 to 8,760 each; null takes those of the rulebook.</param>
/// <param name="PausesClock">Whether the clock stands still while a case is snoozed or waits for an answer.</param>
/// <param name="AgeOutDays">1 to 365 days after which nobody looks at what is of low severity; null for never.</param>
/// <param name="AutoAssign">Whether its cases are handed out.</param>
[AllowedTo(Role.Lead, Role.Product)]
public sealed partial record SaveQueue(
    string Code, string Title, IReadOnlyList<RoutingRule> Rules, string? Skill = null, IReadOnlyList<StaffId>? Members = null,
    IReadOnlyList<OutcomeKind>? HiddenOutcomes = null, QueueHours? DueHours = null, bool PausesClock = true, int? AgeOutDays = null,
    bool AutoAssign = false, bool IsActive = true) : ICommand<SaveQueue.Answer>
{
    public const int MostRules = 50;
    public const int MostNamed = 100;
    private const int MostHours = 8760;

    public sealed record Answer(string Code, bool Created);

    internal sealed partial class Validator : AbstractValidator<SaveQueue>
    {
        public Validator()
        {
            RuleFor(x => x.Code).NotNull().Matches(Kebab()).MaximumLength(Queue.MaxCodeLength).WithMessage("'Code' is small letters, digits and hyphens.");
            RuleFor(x => x.Title).NotEmpty().MaximumLength(Queue.MaxTitleLength);
            RuleFor(x => x.Skill).MaximumLength(60);
            RuleFor(x => x.Members).Must(x => x is not { Count: > 1000 }).WithMessage("'Members' may name 1,000 people at most.");
            RuleForEach(x => x.Members).Must(x => TextId.IsValid(x.Value)).WithMessage("A member has no valid id.");
            RuleForEach(x => x.HiddenOutcomes).IsInEnum();
            RuleFor(x => x.AgeOutDays).InclusiveBetween(1, 365);
            RuleFor(x => x.DueHours).Must(x => x is null || x.All.All(hours => hours is >= 1 and <= MostHours)).WithMessage($"Hours are 1 to {MostHours}.");
            RuleFor(x => x.Rules).NotNull().Must(x => x is not { Count: > MostRules }).WithMessage($"A queue has {MostRules} rules at most.");
            RuleForEach(x => x.Rules).NotNull().SetValidator(new RuleValidator());
        }

        [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
        private static partial Regex Kebab();
    }

    private sealed partial class RuleValidator : AbstractValidator<RoutingRule>
    {
        public RuleValidator()
        {
            RuleFor(x => x).Must(x => !x.AsksNothing).WithMessage("A rule asks for something at least; what no rule asks for is in the unrouted queue.");
            RuleFor(x => x).Must(x => new[] { x.Guidelines.Count, x.Sources.Count, x.Kinds.Count, x.Languages.Count, x.Countries.Count }.Max() <= MostNamed)
                .WithMessage($"A rule names {MostNamed} of a kind at most.");
            RuleForEach(x => x.Sources).IsInEnum().NotEqual(CaseSource.Overturn);
            RuleForEach(x => x.Kinds).IsInEnum();
            RuleForEach(x => x.Languages).Matches("^[a-z]{2,8}$").WithMessage("A language is its small letters alone, for example 'nl'.");
            RuleForEach(x => x.Countries).Matches("^[A-Z]{2}$").WithMessage("A country is two capitals.");
            RuleFor(x => x.MinReach).GreaterThanOrEqualTo(0).LessThanOrEqualTo(x => x.MaxReach ?? long.MaxValue);
            RuleFor(x => x.MaxReach).GreaterThanOrEqualTo(0);
            RuleFor(x => x.MinScore).InclusiveBetween(0, 1).LessThanOrEqualTo(x => x.MaxScore ?? 1);
            RuleFor(x => x.MaxScore).InclusiveBetween(0, 1);
        }
    }

    internal sealed class Handler(ModerationDb db, Heads heads, Queues queues, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<SaveQueue, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SaveQueue command, CancellationToken ct)
        {
            if (Lane.AlwaysThere.Contains(command.Code))
                return ReviewErrors.QueueReserved;

            // A restricted guideline is none that queues know of: what falls under it goes to specialists.
            var rulebook = await rulebooks.InForce(db, clock.GetUtcNow(), ct);
            if (command.Rules.SelectMany(x => x.Guidelines).FirstOrDefault(x => rulebook.Find(x) is not { Restricted: false }) is { } unknown)
                return ReviewErrors.QueueUnknownGuideline(unknown);

            await heads.Next(Heads.Queues);
            var all = await queues.All(ct);
            if (command.IsActive && Overlap(command, all) is { } overlap)
                return overlap;

            if (await db.Set<Queue>().FirstOrDefaultAsync(x => x.Code == command.Code, ct) is { } known)
            {
                known.Become(command);
                return new Answer(command.Code, Created: false);
            }

            db.Add(Queue.Open(command, all.Count == 0 ? 0 : all.Max(x => x.Place) + 1));
            return new Answer(command.Code, Created: true);
        }

        private static Error? Overlap(SaveQueue command, IEnumerable<Queue> all) => (
            from other in all
            where other.IsActive && other.Code != command.Code
            from theirs in other.Rules
            from ours in command.Rules
            let shared = Routing.Shared(ours, theirs)
            where shared is not null
            select ReviewErrors.QueueOverlap(other.Title, shared)).FirstOrDefault();
    }
}

/// <summary>Hours in which a case of a queue is to be decided, by its severity.</summary>
public sealed record QueueHours(int Severe, int High, int Medium, int Low)
{
    internal IEnumerable<int> All => [Severe, High, Medium, Low];
}
