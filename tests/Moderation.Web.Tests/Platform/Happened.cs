namespace Moderation.Web.Tests.Platform;

/// <summary>What may have happened before a test begins.</summary>
public static class Happened
{
    public static async Task<(string Decision, string Content, string Author)> Decided(this ApiWorld world, object? changes = null)
    {
        var (content, author) = await world.Content();
        return ((await world.Decide(content, changes)).Expect(201).Text("id"), content, author);
    }

    public static async Task<(string Appeal, string Decision, string Author)> Appealed(this ApiWorld world)
    {
        var (decision, _, author) = await world.Decided();
        var reply = await world.Post("/appeals", new { decisionId = decision, appellantId = author, statement = "It was a joke." });
        return (reply.Expect(201).Text("id"), decision, author);
    }

    /// <summary>A case that moderator "kestrel" holds.</summary>
    public static async Task<(string Case, long Number, string Content)> Claimed(this ApiWorld world, string guideline = "fraud", string reviewer = "kestrel")
    {
        var (content, _) = await world.Content();
        (await world.Post("/reports", new { subject = ApiWorld.Subject(content), guideline, source = "member" })).Expect(202);
        while ((await world.Post("/review/claims", new { reviewer })).Expect(200) is var claim)
            if (claim["case"].GetProperty("subject").GetProperty("id").GetString() == content)
                return (claim.Text("caseId"), claim["claimNumber"].GetInt64(), content);
        throw new InvalidOperationException("The case did not come.");
    }
}
