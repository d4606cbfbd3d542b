window.YTD.account.part0 = [
  {
    "account": {
      "email": "x@exemple.fr",
      "createdVia": "web",
      "username": "cremerie",
      "accountId": "77",
      "createdAt": "2015-01-01T00:00:00.000Z",
      "accountDisplayName": "Crèmerie"
    }
  }
]
