using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// A lead asks whether we err, and whether we err equally: of the appeals that were ruled on, how many overturned the decision, in
/// whole or in part. For standings what was overturned never was; for these figures it is what they are about.
/// </summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record OverturnedShares(FigurePeriod Period = FigurePeriod.Month, string? Queue = null, string? Guideline = null)
    : IQuery<OverturnedShares.Answer>, IFigures
{
    /// <summary>More groups than this are told of together, as <see cref="Rest"/>.</summary>
    public const int MostGroups = 8;

    /// <summary>The code of all smaller groups together.</summary>
    public const string Rest = "*";

    /// <param name="Ruled">Appeals ruled on in the period; those that were inadmissible say nothing of the decision.</param>
    public sealed record Answer(
        DateTimeOffset AsOf, int Ruled, int Overturned, IReadOnlyList<Group> Languages, IReadOnlyList<Group> Queues, IReadOnlyList<Group> Guidelines);

    /// <param name="Code">Of a language, queue or guideline; empty where it is not known.</param>
    /// <param name="Title">Null where it has none.</param>
    /// <param name="Low">The lower end of the 95 % interval of the share, 0 to 1.</param>
    /// <param name="High">Its upper end.</param>
    /// <param name="IsBeyondChance">Whether it differs from all others together, after a correction for the number of groups.</param>
    public sealed record Group(string Code, string? Title, int Ruled, int Overturned, double Low, double High, bool IsBeyondChance)
    {
        public double Share => Ruled == 0 ? 0 : (double)Overturned / Ruled;
    }

    internal sealed class Validator : AbstractValidator<OverturnedShares>
    {
        public Validator()
        {
            RuleFor(x => x.Period).IsInEnum();
            this.CheckParts();
        }
    }

    internal sealed class Handler(ModerationDb db, CountedCases counted, RuledAppeals appeals, Rulebooks rulebooks, KeptFigures kept)
        : IRequestHandler<OverturnedShares, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(OverturnedShares query, CancellationToken ct) => await kept.Of(query, async now =>
        {
            var cells = await (await appeals.Of(query, now - query.Period.Length, now, ct))
                .GroupBy(x => new { x.Language, x.Lane, x.Guideline, x.IsOverturned })
                .Select(x => new { x.Key, Count = x.Count() }).ToListAsync(ct);
            var lanes = (await counted.Lanes(query.Queue, ct)).ToDictionary(x => x.Lane);
            var titles = (await rulebooks.InForce(db, now, ct)).Guidelines.ToDictionary(x => x.Code, x => x.Title, StringComparer.Ordinal);
            return new Answer(
                now, cells.Sum(x => x.Count), cells.Where(x => x.Key.IsOverturned).Sum(x => x.Count),
                Groups(cells.Select(x => (x.Key.Language, (string?)null, x.Key.IsOverturned, x.Count))),
                Groups(cells.Where(x => lanes.ContainsKey(x.Key.Lane)).Select(x => (lanes[x.Key.Lane].Queue, lanes[x.Key.Lane].Title, x.Key.IsOverturned, x.Count))),
                Groups(cells.Select(x => (x.Key.Guideline, titles.GetValueOrDefault(x.Key.Guideline), x.Key.IsOverturned, x.Count))));
        });

        private static IReadOnlyList<Group> Groups(IEnumerable<(string Code, string? Title, bool IsOverturned, int Count)> cells)
        {
            var all = cells.GroupBy(x => (x.Code, x.Title))
                .Select(x => (x.Key.Code, x.Key.Title, Ruled: x.Sum(y => y.Count), Overturned: x.Where(y => y.IsOverturned).Sum(y => y.Count)))
                .OrderBy(x => x.Code.Length == 0).ThenByDescending(x => x.Ruled).ThenBy(x => x.Code, StringComparer.Ordinal).ToList();
            var shown = all.Take(all.Count > MostGroups ? MostGroups - 1 : MostGroups).ToList();
            if (all.Count > shown.Count)
                shown.Add((Rest, null, all.Skip(shown.Count).Sum(x => x.Ruled), all.Skip(shown.Count).Sum(x => x.Overturned)));

            var (ruled, overturned) = (all.Sum(x => x.Ruled), all.Sum(x => x.Overturned));
            var chances = Shares.Corrected([.. shown.Select(x => Shares.Difference(x.Overturned, x.Ruled, overturned - x.Overturned, ruled - x.Ruled))]);
            return [.. shown.Select((x, at) => new Group(
                x.Code, x.Title, x.Ruled, x.Overturned, Shares.Interval(x.Overturned, x.Ruled).Low, Shares.Interval(x.Overturned, x.Ruled).High, chances[at] < Shares.Beyond))];
        }
    }
}
