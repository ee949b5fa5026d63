using System.Text.Json;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.Laws;

/// <summary>Runs scripts through the door.</summary>
/// <param name="told">The same scripts in full; then what is taken back there sometime is left out here from the start.</param>
internal sealed class History(World world, IReadOnlyList<Script> scripts, History? told = null)
{
    public static readonly TimeSpan BetweenSteps = TimeSpan.FromDays(23);

    private static readonly Actor.Staff Checker = new(new("checker"));

    private readonly Dictionary<(int Author, int Step), DecisionId> decisions = [];
    private readonly Dictionary<(int Author, int Step), FactCheckId> checks = [];
    private readonly Dictionary<(int Author, int Check), (int Step, Rating? Rating)> said = [];

    /// <summary>Copies of which a person saw that they are none.</summary>
    public HashSet<(int Author, int Step)> Unmatched { get; } = [];

    public DisputePlay Disputes { get; } = new(world, Checker);

    public async Task Play()
    {
        await world.Do(World.Product, new PutStaff(Checker.Id, "Checker", null, [Role.FactChecker], null, null, Active: true));
        await world.Do(World.PolicyManager, new SavePublisher(
            "checks.example", "Harbour Checks", IsAccredited: true, "A network of checkers", new Dictionary<string, Rating>(), new Dictionary<double, Rating>()));
        foreach (var script in scripts)
            foreach (var act in script.Acts.Where(x => x.What is not What.Copy))
                await Post(script, act);

        for (var step = 0; step < scripts.Max(x => x.Acts.Count); step++)
        {
            foreach (var script in scripts)
                await Do(script, script.Acts[step]);
            world.Clock.Pass(BetweenSteps);
            await Disputes.TellOverdue();
        }
    }

    public static ContentId Post(Script script, int step) => new($"post-{script.Author}-{step}");

    /// <summary>All that can be told of an author at an instant: verdicts, strikes, and what the account may not.</summary>
    public async Task<string> Told(Script script, DateTimeOffset at, DateTimeOffset known)
    {
        var lines = new List<string>();
        foreach (var subject in script.Acts.Select(x => SubjectRef.Of(Post(script, x.Step))).Append(SubjectRef.Of(script.Account)))
        {
            var answer = await world.Do(World.Lead, new ExplainEligibility(subject, at, known));
            lines.AddRange(answer.Standing.Select(x => $"{subject.Id} {x.Kind} {x.On.Id} {x.Guideline} {x.From:O} {x.Until:O} {x.Weight} {string.Join(',', x.Features)}"));
            lines.AddRange(answer.Verdicts.Select(x => $"{subject.Id} {x.Key} {x.Value.Action} {x.Value.Weight} {string.Join(',', x.Value.Grounds.Select(y => y.Code))}"));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private async Task Do(Script script, Act act)
    {
        if (act.What is What.Copy)
            await Post(script, act);
        if (act.Guideline is not "" && !(told is not null && script.Overturned.Contains(act.Step)))
            await Decide(script, act);

        if (told is not null)
            await CheckAsLeft(script, act.Step);
        else
            await Change(script, act);
    }

    private async Task Change(Script script, Act act)
    {
        switch (act.What)
        {
            case What.Overturn when decisions.Remove((script.Author, act.On), out var decision):
                await world.Do(World.Lead, new OverturnDecision(decision, "It was wrong.", "lead"));
                break;
            case What.Check:
                await Check(script, act.Step, act.Rating!.Value);
                said[(script.Author, act.Step)] = (act.Step, act.Rating);
                break;
            case What.Correct when said[(script.Author, act.On)].Rating is not null:
                await world.Do(Checker, new CorrectFactCheck(checks[(script.Author, act.On)], act.Rating, "We looked again.", "Harbour Checks"));
                Says(script, act.On, act.Step, act.Rating);
                break;
            case What.Unmatch:
                await Unmatch(script, act.On);
                break;
            case What.Dispute when await Disputes.File(script, act, checks[(script.Author, act.On)]):
                Says(script, act.On, act.Step, Disputes.Rating);
                break;
        }

        foreach (var (check, rating) in await Disputes.AnswerLate(script, act.Step))
            Says(script, check, act.Step, rating);
    }

    // What was said and taken back is as if it was never said.
    private async Task CheckAsLeft(Script script, int step)
    {
        foreach (var (check, last) in told!.said.Where(x => x.Key.Author == script.Author && x.Value.Step == step).OrderBy(x => x.Key.Check).ToArray())
            if (last.Rating is { } rating)
                await Check(script, check.Check, rating);
    }

    private void Says(Script script, int check, int step, Rating? rating)
    {
        if (said[(script.Author, check)].Rating is { } before && before != rating)
            said[(script.Author, check)] = (step, rating);
    }

    private async Task Decide(Script script, Act act)
    {
        var finding = act.Guideline.StartsWith("rec-", StringComparison.Ordinal) ? Finding.NotRecommendable : Finding.Violates;
        decisions[(script.Author, act.Step)] = (await world.Decide(Post(script, act.Step), act.Guideline, finding)).Id;
    }

    private async Task Check(Script script, int step, Rating rating) => checks[(script.Author, step)] = (await world.Do(Checker, new FileFactCheck(
        JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["@type"] = "ClaimReview",
            ["url"] = $"https://checks.example/{script.Author}/{step}",
            ["claimReviewed"] = script.Claim(step),
            ["author"] = "Harbour Checks",
            ["reviewRating"] = new { alternateName = rating switch { Rating.PartlyFalse => "Partly false", Rating.MissingContext => "Missing context", _ => rating.ToString() } },
        }), [Post(script, step)]))).FactCheckId;

    private async Task Unmatch(Script script, int copy)
    {
        if (script.Acts[copy].On is var of && checks.TryGetValue((script.Author, of), out var check)
            && !(await world.Run(Checker, new UnmatchCopy(check, Post(script, copy), "It quotes the claim to say that it is wrong."))).IsRefused)
            Unmatched.Add((script.Author, copy));
    }

    // What was seen to be no copy says something else where it was never taken for one.
    private Task<ContentId> Post(Script script, Act act) => world.Post(Post(script, act.Step).Value, script.Account, act.What switch
    {
        What.Check => script.Claim(act.Step),
        What.Copy when told?.Unmatched.Contains((script.Author, act.Step)) is true => CopiesOfAClaim.Unrelated(1_000_000 + script.Author * 100 + act.Step),
        What.Copy => CopiesOfAClaim.Of(script.Claim(act.On), act.Step),
        _ => "Send 1, get 2.",
    });
}
