using FluentValidation;
using Moderation.Activity;
using Moderation.Pipeline;

namespace Moderation.Reports;

/// <summary>The activity in an import: gathered as its lines come, and stored together, with few questions for all of it.</summary>
internal sealed class ImportedActivity(
    ActivityIntake intake, IEnumerable<IValidator<InteractionTold>> interactionRules, IEnumerable<IValidator<FollowTold>> followRules,
    IEnumerable<IValidator<ChoiceTold>> choiceRules)
{
    private readonly List<InteractionTold> interactions = [];
    private readonly List<FollowTold> follows = [];
    private readonly List<ChoiceTold> choices = [];

    /// <summary>Null for what is no activity.</summary>
    public Result<Done>? Gather(object told) => told switch
    {
        InteractionTold x => Gather(x, x.At, interactions, interactionRules),
        FollowTold x => Gather(x, x.At, follows, followRules),
        ChoiceTold x => Gather(x, x.At, choices, choiceRules),
        _ => null,
    };

    public async Task<ActivityTaken> Store(CancellationToken ct)
    {
        bool[] news = [.. await intake.Take(interactions, ct), .. await intake.Take(follows, ct), .. await intake.Take(choices, ct)];
        return ActivityIntake.Count(news);
    }

    private Result<Done> Gather<T>(T told, DateTimeOffset at, List<T> gathered, IEnumerable<IValidator<T>> rules)
    {
        if ((rules.MistakesIn(told) ?? intake.Objection(at)) is { } refusal)
            return refusal;

        gathered.Add(told);
        return new Done();
    }
}
