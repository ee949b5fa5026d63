using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>Who decides, rules on appeals or writes the rules asks for those in force. Restricted guidelines are for child-safety specialists only.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Role.AppealReviewer, Role.PolicyManager)]
public sealed record RulebookView : IQuery<RulebookView.Book>
{
    /// <summary>The rulebook in force.</summary>
    /// <param name="Version">Its number, from 1.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="InForceSince">From this instant on, inclusive.</param>
    /// <param name="Guidelines">In the order of the file.</param>
    public sealed record Book(int Version, string Name, DateTimeOffset InForceSince, IReadOnlyList<Rule> Guidelines);

    /// <summary>A guideline.</summary>
    /// <param name="Code">Its stable code.</param>
    /// <param name="Set">Whether it may remove or only withhold from recommendation.</param>
    /// <param name="Title">What it is on.</param>
    /// <param name="Text">What it says, as a member reads it.</param>
    /// <param name="Severity">How soon a case under it is due.</param>
    /// <param name="Key">The letter that chooses it on the review screen.</param>
    /// <param name="Restricted">Whether only child-safety specialists may open what falls under it.</param>
    /// <param name="Outcomes">Defaults when a content item is judged.</param>
    /// <param name="AccountOutcomes">Defaults when an account itself is judged.</param>
    /// <param name="Clauses">Its finer parts.</param>
    public sealed record Rule(
        string Code,
        GuidelineSet Set,
        string Title,
        string Text,
        Severity Severity,
        string Key,
        bool Restricted,
        IReadOnlyList<Effect> Outcomes,
        IReadOnlyList<Effect> AccountOutcomes,
        IReadOnlyList<Part> Clauses);

    /// <summary>A clause of a guideline.</summary>
    public sealed record Part(string Code, string Title, string Text);

    /// <summary>An outcome that follows by default.</summary>
    /// <param name="Kind">What it does.</param>
    /// <param name="On">On what it falls.</param>
    /// <param name="Surfaces">Where.</param>
    /// <param name="Weight">The share of its value that the subject keeps, 0 to 1.</param>
    /// <param name="Days">For how many days; null means until lifted.</param>
    /// <param name="Features">What a blocked feature is.</param>
    /// <param name="Audience">The viewers for whom it counts.</param>
    /// <param name="MinAge">In years, where age decides.</param>
    public sealed record Effect(
        OutcomeKind Kind,
        OutcomeTarget On,
        SurfaceSet Surfaces,
        double Weight,
        int? Days,
        IReadOnlyList<Feature> Features,
        Audience Audience,
        int? MinAge)
    {
        internal static Effect Of(OutcomeTemplate x) =>
            new(x.Kind, x.On, x.Surfaces, x.Weight, x.Days, x.Features, x.Audience, x.MinAge);
    }

    internal sealed class Handler(ModerationDb db, Call call, Rulebooks rulebooks, TimeProvider clock)
        : IRequestHandler<RulebookView, Result<Book>>
    {
        public async Task<Result<Book>> Handle(RulebookView query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await db.RulebookVersions.InForceAt(now)
                .Select(x => new { x.Number, x.InForceFrom }).FirstOrDefaultAsync(ct) is not { } inForce)
                return GuidelineErrors.NoneInForce;

            var rulebook = await rulebooks.Version(db, inForce.Number, ct);
            return new Book(rulebook.Version, rulebook.Name, inForce.InForceFrom,
                [.. rulebook.Guidelines.Where(x => x.IsListed(now) && (!x.Restricted || call.Rights.Holds(Role.ChildSafety)))
                    .Select(x => Show(x, now))]);
        }

        private static Rule Show(Guideline x, DateTimeOffset now) => new(x.Code, x.Set, x.Title, x.Text, x.Severity, x.Key, x.Restricted,
            [.. x.Outcomes.Select(Effect.Of)], [.. x.AccountOutcomes.Select(Effect.Of)],
            [.. x.Clauses.Where(clause => clause.IsListed(now)).Select(clause => new Part(clause.Code, clause.Title, clause.Text))]);
    }
}
