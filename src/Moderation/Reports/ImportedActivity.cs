using FluentValidation;
using Moderation.Activity;
using Moderation.Pipeline;

namespace Moderation.Reports;

/// <summary>Activity in an import: gathered as its lines come, and stored together, with few questions for all of it.</summary>
internal abstract class ImportedActivity<T>(
    string name, Func<T, DateTimeOffset> at, Func<IReadOnlyList<T>, CancellationToken, Task<bool[]>> store,
    ActivityIntake intake, IEnumerable<IValidator<T>> rules) : IImportKind where T : class
{
    private readonly List<T> gathered = [];

    public string Name => name;

    public Type Type => typeof(T);

    public Task<Result<bool?>> Take(object told, CancellationToken ct) => Task.FromResult(Gather((T)told));

    public async Task<IReadOnlyList<bool>> Finish(CancellationToken ct) => await store(gathered, ct);

    private Result<bool?> Gather(T told)
    {
        if ((rules.MistakesIn(told) ?? intake.Objection(at(told))) is { } refusal)
            return refusal;

        gathered.Add(told);
        return (bool?)null;
    }
}

internal sealed class ImportedInteractions(ActivityIntake intake, IEnumerable<IValidator<InteractionTold>> rules)
    : ImportedActivity<InteractionTold>("interaction", x => x.At, intake.Take, intake, rules);

internal sealed class ImportedFollows(ActivityIntake intake, IEnumerable<IValidator<FollowTold>> rules)
    : ImportedActivity<FollowTold>("follow", x => x.At, intake.Take, intake, rules);

internal sealed class ImportedChoices(ActivityIntake intake, IEnumerable<IValidator<ChoiceTold>> rules)
    : ImportedActivity<ChoiceTold>("viewerChoice", x => x.At, intake.Take, intake, rules);
