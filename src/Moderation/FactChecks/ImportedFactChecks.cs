using FluentValidation;
using Moderation.Pipeline;
using Moderation.Reports;

namespace Moderation.FactChecks;

/// <summary>Lines of an import with fact-checks: one review each, or a feed of many. What cannot be read waits for a person.</summary>
internal sealed class ImportedFactChecks(FactCheckIntake intake, IEnumerable<IValidator<FileFactCheck>> rules) : IImportKind
{
    public string Name => "factCheck";

    public Type Type => typeof(FileFactCheck);

    public async Task<Result<bool?>> Take(object told, CancellationToken ct)
    {
        var filed = (FileFactCheck)told;
        if (rules.MistakesIn(filed) is { } mistake)
            return mistake;

        var reviews = ClaimReviewReading.In(filed.ClaimReview).ToArray();
        // Of a feed nothing is kept unless all of it can be.
        foreach (var mistakes in reviews.Select(x => ClaimReviewReading.Read(x).Mistakes))
            if (mistakes.Count > 0)
                return FactCheckErrors.Unreadable(mistakes);
        if (reviews.Length == 0)
            return FactCheckErrors.Unreadable(new Dictionary<string, string[]> { ["claimReview"] = ["The document holds no ClaimReview."] });

        var isNew = false;
        foreach (var review in reviews)
        {
            if (!(await intake.File(review, reviews.Length == 1 ? filed.ContentIds ?? [] : [], mayWait: true, ct)).IsOk(out var answer, out var refusal))
                return refusal;
            isNew |= answer.IsNew;
        }

        return isNew;
    }
}
