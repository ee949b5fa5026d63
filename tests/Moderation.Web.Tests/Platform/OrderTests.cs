namespace Moderation.Web.Tests.Platform;

public sealed class OrderTests(ApiWorld world) : IClassFixture<ApiWorld>
{
    private static readonly string[] Dutch = ["NL"];

    [Fact]
    public async Task An_order_is_obeyed_once_and_withdrawn()
    {
        var (content, _) = await world.Content();
        var order = Order(content, $"ref-{content}");
        var made = (await world.Post("/orders", order)).Expect(201);
        Assert.Equal(made.Text("id"), made.Text("orderId"));
        Assert.EndsWith("Z", made.Text("acknowledgedAt"), StringComparison.Ordinal);
        Assert.EndsWith("Z", Assert.Single(made["subjects"].EnumerateArray()).GetProperty("effectiveAt").GetString(), StringComparison.Ordinal);
        var decision = Assert.Single(made["decisions"].EnumerateArray()).GetProperty("id").GetString();

        Assert.Equal(made.Text("id"), (await world.Post("/orders", order)).Expect(201).Text("id"));
        Assert.Equal("decision.byOrder", (await world.Post($"/decisions/{decision}/overturn", new { reason = "r", by = "b" })).Expect(409).Code);
        Assert.Equal("legal.order", (await world.Get($"/decisions/{decision}")).Expect(200).Text("guideline"));

        var withdrawn = (await world.Post($"/orders/{made.Text("id")}/withdraw", new { reason = "Quashed." })).Expect(200);
        Assert.Equal(1, withdrawn["lifted"].GetArrayLength());
    }

    [Fact]
    public async Task What_an_order_lacks_is_named()
    {
        var reply = (await world.Post("/orders", new { authority = "", memberState = "NL", reference = "r", legalBasis = "l", redress = "x", outcomes = Array.Empty<object>(), subjects = Array.Empty<object>() })).Expect(400);
        Assert.All(["authority", "outcomes", "subjects"], x => Assert.True(reply["errors"].TryGetProperty(x, out _), x));
        (await world.Post("/orders/00000000-0000-7000-8000-000000000000/withdraw", new { reason = "r" })).Expect(404);
    }

    [Fact]
    public async Task A_decision_takes_the_place_of_another_and_one_outcome_is_taken_back()
    {
        var (content, _) = await world.Content();
        var first = (await world.Decide(content, new { automation = "partial", detector = "scam-net", detectorVersion = "3", rule = "double-money" })).Expect(201);
        var second = (await world.Decide(content, new { automation = "none", overrides = first.Text("id"), cites = new[] { first.Text("id") } })).Expect(201);
        var before = (await world.Get($"/decisions/{first.Text("id")}")).Expect(200);
        Assert.Equal("overridden", before.Text("state"));
        Assert.All(before["outcomes"].EnumerateArray(), x => Assert.Equal("overridden", x.GetProperty("lifted").GetString()));

        var strike = second["outcomes"].EnumerateArray().Single(x => x.GetProperty("kind").GetString() == "strike").GetProperty("id").GetString();
        var part = (await world.Post($"/decisions/{second.Text("id")}/overturn", new { reason = "r", by = "b", outcomes = new[] { strike } })).Expect(200);
        Assert.Equal(("inForce", 1), (part.Text("state"), part["lifted"].GetArrayLength()));
    }

    private static object Order(string content, string reference) => new
    {
        authority = "Rechtbank",
        memberState = "NL",
        reference,
        legalBasis = "Art. 9",
        subjects = new[] { ApiWorld.Subject(content) },
        territories = Dutch,
        outcomes = new[] { new { kind = "removed" } },
        redress = "Object.",
    };
}
