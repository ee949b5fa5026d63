using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>What a rehearsal says, also while it is still at it. One that was cancelled says nothing.</summary>
[AllowedTo(Role.PolicyManager)]
public sealed record RehearsalReport(RunId Run) : IQuery<RehearsalReport.Answer>
{
    /// <param name="At">The instant as of which it is reckoned.</param>
    /// <param name="Total">Decisions to look at, as counted at the start.</param>
    /// <param name="Looked">Decisions looked at.</param>
    /// <param name="Differ">Decisions that would have other outcomes: the sum of the next three.</param>
    /// <param name="Steps">Steps of the ladder that would be others.</param>
    /// <param name="Accounts">People whom any of it would touch.</param>
    public sealed record Answer(
        RunId Run, RunState State, int? Version, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset At, long Total, long Looked,
        long Differ, long Harder, long Softer, long Otherwise, long Steps, long Accounts,
        IReadOnlyList<Bar> ByGuideline, IReadOnlyList<Bar> ByOutcome, IReadOnlyList<Bar> ByLanguage, IReadOnlyList<Bar> ByCountry, IReadOnlyList<Bar> BySize);

    /// <summary>Outcomes in force, now and under the other rulebook.</summary>
    /// <param name="Key">A guideline, an outcome kind, a language, a country ("" where unknown), or a number of followers from which on the size counts.</param>
    public sealed record Bar(string Key, long Now, long Draft);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<RehearsalReport, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RehearsalReport query, CancellationToken ct)
        {
            if (await db.Runs.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Run && x.Kind == RunKind.Rehearsal, ct) is not { } run)
                return RunErrors.Unknown;

            var what = JsonSerializer.Deserialize<Rehearsing>(run.What, PipelineJson.Options)!;
            var tally = run.State is RunState.Cancelled ? new() : RehearsalTally.Read(run.Report);
            return new Answer(
                run.Id, run.State, what.Version, what.From, what.Until, what.At, run.Total, run.Looked,
                tally.Harder + tally.Softer + tally.Otherwise, tally.Harder, tally.Softer, tally.Otherwise, tally.Steps, tally.Accounts,
                Bars(tally.ByGuideline), Bars(tally.ByOutcome), Bars(tally.ByLanguage), Bars(tally.ByCountry),
                [.. Bars(tally.BySize).OrderBy(x => long.Parse(x.Key, System.Globalization.CultureInfo.InvariantCulture))]);
        }

        // What changes most stands first.
        private static Bar[] Bars(Dictionary<string, RehearsalTally.Count> counts) =>
        [
            .. counts.Select(x => new Bar(x.Key, x.Value.Now, x.Value.Draft))
                .OrderByDescending(x => Math.Abs(x.Draft - x.Now)).ThenByDescending(x => x.Now).ThenBy(x => x.Key, StringComparer.Ordinal),
        ];
    }
}
