using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>
/// The only way in which a rulebook touches outcomes in force: what was decided in a period gets the outcomes that the rulebook
/// in force asks for, and the people are told. A rehearsal of the same rulebook is its preview. Always needs a second person.
/// </summary>
/// <param name="Version">Of the rulebook in force.</param>
/// <param name="From">Decisions made from then on, inclusive.</param>
/// <param name="Until">Up to then, exclusive.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record ApplyRulebook(int Version, DateTimeOffset From, DateTimeOffset Until, string Reason) : ICommand<RunId>
{
    internal sealed class Validator : AbstractValidator<ApplyRulebook>
    {
        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(Run.MaxReasonLength);
            RuleFor(x => x.Until).GreaterThan(x => x.From);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<ApplyRulebook, Result<RunId>>
    {
        public async Task<Result<RunId>> Handle(ApplyRulebook command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if ((await rulebooks.InForce(db, now, ct)).Version != command.Version)
                return RepeatOffenderErrors.NotInForce;

            var total = await db.Decisions.MadeIn(command.From, command.Until).LongCountAsync(ct);
            return db.Runs.Add(Run.Propose(
                RunKind.ApplyRulebook, JsonSerializer.Serialize(new Applying(command.Version, command.From, command.Until), PipelineJson.Options),
                command.Reason, call.Actor, total, needsSecondPerson: true, TimeSpan.Zero, now)).Entity.Id;
        }
    }
}

/// <summary>What is applied, and to what.</summary>
internal sealed record Applying(int Version, DateTimeOffset From, DateTimeOffset Until);
