using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ActivityAndRecommendations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Explanation",
                table: "Signals",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RatedAt",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SharedAt",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            // What was rated before counts from then.
            migrationBuilder.Sql("UPDATE Decisions SET RatedAt = (SELECT f.RatedAt FROM FactChecks f WHERE f.Id = Decisions.FactCheckId), SharedAt = PostedAt WHERE FactCheckId IS NOT NULL;");

            migrationBuilder.CreateTable(
                name: "ContentFacts",
                columns: table => new
                {
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Medium = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fact = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Measure = table.Column<double>(type: "REAL", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentFacts", x => new { x.ContentId, x.Revision, x.Medium, x.Fact });
                });

            migrationBuilder.CreateTable(
                name: "EngagementSweeps",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    After = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementSweeps", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Follows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Who = table.Column<long>(type: "INTEGER", nullable: false),
                    Whom = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", maxLength: 40, nullable: false),
                    Device = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Interactions",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Who = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsUndone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Device = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: true),
                    Surface = table.Column<byte>(type: "INTEGER", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interactions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "QuickTies",
                columns: table => new
                {
                    Sweep = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    Quick = table.Column<int>(type: "INTEGER", nullable: false),
                    Posts = table.Column<int>(type: "INTEGER", nullable: false),
                    Chance = table.Column<double>(type: "REAL", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuickTies", x => new { x.Sweep, x.From, x.To });
                });

            migrationBuilder.CreateTable(
                name: "ViewerChoices",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Viewer = table.Column<long>(type: "INTEGER", nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", maxLength: 40, nullable: false),
                    Setting = table.Column<byte>(type: "INTEGER", maxLength: 40, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViewerChoices", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "WaitingProbes",
                columns: table => new
                {
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingProbes", x => x.ContentId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Follows_At",
                table: "Follows",
                column: "At",
                filter: "State = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Device_At",
                table: "Follows",
                columns: new[] { "Device", "At" },
                filter: "Device <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Who_At",
                table: "Follows",
                columns: new[] { "Who", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Whom",
                table: "Follows",
                column: "Whom");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_At",
                table: "Interactions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_Device_At",
                table: "Interactions",
                columns: new[] { "Device", "At" },
                filter: "Device <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_Who_At_Kind_What",
                table: "Interactions",
                columns: new[] { "Who", "At", "Kind", "What" });

            migrationBuilder.CreateIndex(
                name: "IX_ViewerChoices_At",
                table: "ViewerChoices",
                column: "At",
                filter: "State = 1");

            migrationBuilder.CreateIndex(
                name: "IX_ViewerChoices_Target",
                table: "ViewerChoices",
                column: "Target",
                filter: "Target <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_ViewerChoices_Viewer",
                table: "ViewerChoices",
                column: "Viewer");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingProbes_Since_ContentId",
                table: "WaitingProbes",
                columns: new[] { "Since", "ContentId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContentFacts");

            migrationBuilder.DropTable(
                name: "EngagementSweeps");

            migrationBuilder.DropTable(
                name: "Follows");

            migrationBuilder.DropTable(
                name: "Interactions");

            migrationBuilder.DropTable(
                name: "QuickTies");

            migrationBuilder.DropTable(
                name: "ViewerChoices");

            migrationBuilder.DropTable(
                name: "WaitingProbes");

            migrationBuilder.DropColumn(
                name: "Explanation",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "RatedAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "SharedAt",
                table: "Decisions");
        }
    }
}
