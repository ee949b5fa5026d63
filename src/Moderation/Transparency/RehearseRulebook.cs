using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// A policy manager asks who would be treated differently: what was decided in a period is judged again by another rulebook.
/// Nothing is changed; the answer is that of applying it at the instant the rehearsal was asked for.
/// </summary>
/// <param name="Json">A rulebook file, for example a draft; or</param>
/// <param name="Version">the number of one that is stored.</param>
/// <param name="From">Decisions made from then on, inclusive.</param>
/// <param name="Until">Up to then, exclusive.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record RehearseRulebook(string? Json, int? Version, DateTimeOffset From, DateTimeOffset Until) : ICommand<RunId>
{
    internal sealed class Validator : AbstractValidator<RehearseRulebook>
    {
        public Validator()
        {
            RuleFor(x => x.Json).Must((x, json) => json is null != x.Version is null).WithMessage("Rehearse a file or a version, one of them.");
            RuleFor(x => x.Until).GreaterThan(x => x.From);
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, TimeProvider clock) : IRequestHandler<RehearseRulebook, Result<RunId>>
    {
        public async Task<Result<RunId>> Handle(RehearseRulebook command, CancellationToken ct)
        {
            if (command.Version is { } number && !await db.RulebookVersions.AnyAsync(x => x.Number == number, ct))
                return GuidelineErrors.UnknownVersion;
            if (command.Json is { } json && !RulebookFile.Read(json, Rulebook.Draft).IsOk(out _, out var mistake))
                return mistake;

            var now = clock.GetUtcNow();
            var total = await db.Decisions.MadeIn(command.From, command.Until).LongCountAsync(ct);
            return db.Runs.Add(Run.Propose(
                RunKind.Rehearsal, JsonSerializer.Serialize(new Rehearsing(command.Json, command.Version, command.From, command.Until, now), PipelineJson.Options),
                "Rehearsal", call.Actor, total, needsSecondPerson: false, TimeSpan.Zero, now)).Entity.Id;
        }
    }
}

/// <summary>What is rehearsed, on what, and as of when.</summary>
internal sealed record Rehearsing(string? Json, int? Version, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset At);
